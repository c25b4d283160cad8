import { Skeleton } from "@/components/ui/skeleton";
import { headClass, scrollerClass, tableClass } from "./table-class";

const WIDTHS = ["w-28", "w-40", "w-24", "w-20", "w-14", "w-16", "w-16", "w-16"];

/** The list before its rows are there, in the geometry that they will have. */
export function ListSkeleton() {
  return (
    <div role="status" aria-label="Loading the customers">
      <div className="flex flex-wrap gap-2">
        <Skeleton className="h-control flex-1 rounded-md sm:max-w-md" />
        <Skeleton className="h-control w-24 rounded-md" />
        <Skeleton className="h-control w-24 rounded-md max-sm:hidden" />
        <Skeleton className="h-control w-28 rounded-md max-sm:hidden" />
      </div>
      <div className="mt-3 mb-2 flex min-h-6 items-center">
        <Skeleton className="w-28" />
      </div>
      <div aria-hidden className={scrollerClass}>
        <div className={`${tableClass} max-sm:hidden`}>
          <div className={`${headClass} h-9 border-b border-line bg-sunken sm:rounded-t-lg`} />
        </div>
        {Array.from({ length: 20 }, (_, row) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no other identity
            key={row}
            className="grid grid-cols-2 items-center gap-x-5 border-b border-line last:border-0 max-sm:h-20 sm:h-10 sm:grid-cols-[16.5fr_21fr_13.5fr_12fr_7.5fr_11.5fr_9fr_9fr] sm:px-2.5"
          >
            {WIDTHS.map((width, column) => (
              <Skeleton
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns neither
                key={column}
                className={column > 1 ? `${width} max-sm:hidden` : width}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
