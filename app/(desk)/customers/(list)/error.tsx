"use client";

import { CloudOff } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

export default function CustomersError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <>
      <PageHeader title="Customers" />
      <div role="alert" className="rounded-lg border border-line">
        <EmptyState
          icon={CloudOff}
          title="The customers could not be loaded"
          action={
            <Button variant="primary" onClick={retry}>
              Try again
            </Button>
          }
        >
          They could not be read just now. Nothing is lost, and what you searched for is still in
          the address.
        </EmptyState>
      </div>
    </>
  );
}
