import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

export default function SettingsLoading() {
  return (
    <>
      <Skeleton className="mb-7 h-7 w-40" />
      <SkeletonRows rows={5} />
    </>
  );
}
