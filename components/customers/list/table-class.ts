/** The table and its grey stand-in have one geometry: nothing jumps when the rows come. */
export const scrollerClass =
  "relative sm:overflow-x-auto sm:rounded-lg sm:border sm:border-line xl:overflow-visible print:overflow-visible";

export const tableClass =
  "w-full border-separate border-spacing-0 max-sm:block sm:min-w-[68rem] sm:table-fixed xl:min-w-0 max-sm:[&>tbody]:block print:min-w-0";

export const headClass =
  "max-sm:sr-only [&_th]:h-9 [&_th]:border-b [&_th]:border-line [&_th]:bg-sunken [&_th]:px-2.5 [&_th]:text-start [&_th]:text-meta [&_th]:font-medium [&_th]:whitespace-nowrap [&_th]:text-muted [&_th:first-child]:rounded-tl-lg [&_th:last-child]:rounded-tr-lg xl:[&_th]:sticky xl:[&_th]:top-0 xl:[&_th]:z-20 print:[&_th]:static print:[&_th]:px-1 print:[&_th]:text-[7.5pt] print:[&_a]:mx-0 print:[&_svg]:hidden";

export const rowClass = [
  "group/row max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-x-3 max-sm:gap-y-0.5 max-sm:border-b max-sm:border-line max-sm:py-2.5",
  "max-sm:[&>*]:min-w-0 max-sm:[&>*]:min-h-5 max-sm:[&>:empty]:hidden",
  "sm:[&>*]:h-10 sm:[&>*]:border-b sm:[&>*]:border-line sm:[&>*]:px-2.5 sm:last:[&>*]:border-b-0 sm:last:[&>:first-child]:rounded-bl-lg sm:last:[&>:last-child]:rounded-br-lg sm:hover:[&>*]:bg-hover",
  "print:break-inside-avoid print:[&>*]:static print:sm:[&>*]:h-auto print:sm:[&>*]:px-1 print:[&>*]:py-1 print:[&_*]:text-[7.5pt] print:[&_.truncate]:overflow-visible print:[&_.truncate]:whitespace-normal print:[&_.truncate]:wrap-anywhere print:[&_[data-edit]]:hidden",
].join(" ");
