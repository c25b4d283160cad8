import { Skeleton } from "@/components/ui/skeleton";
import { scrollerClass } from "./table-class";

/** Written once around the rows, not on each: the stand-in is sent before the rows and must not hold them up. */
const rowsClass = [
  "[&>div]:grid [&>div]:grid-cols-2 [&>div]:items-center [&>div]:gap-x-5 [&>div]:border-b [&>div]:border-line [&>div:last-child]:border-b-0",
  "max-sm:[&>div]:h-20 sm:[&>div]:h-10 sm:[&>div]:grid-cols-[16.5fr_21fr_13.5fr_12fr_7.5fr_11.5fr_9fr_9fr] sm:[&>div]:px-2.5",
  "[&_i]:block [&_i]:h-4 [&_i]:w-3/4 [&_i]:animate-pulse [&_i]:rounded [&_i]:bg-hover max-sm:[&_i:nth-child(n+3)]:hidden",
].join(" ");

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
        <div className="h-9 border-b border-line bg-sunken max-sm:hidden sm:rounded-t-lg" />
        <div className={rowsClass}>
          {Array.from({ length: 20 }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no other identity
            <div key={row}>
              <i />
              <i />
              <i />
              <i />
              <i />
              <i />
              <i />
              <i />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
