import type { Metadata } from "next";
import { MessagePage } from "@/components/shell/message-page";
import { ButtonLink } from "@/components/ui/button-link";

export const metadata: Metadata = { title: "Not found" };

export default function DeskNotFound() {
  return (
    <MessagePage
      title="There is nothing here"
      actions={
        <ButtonLink variant="primary" href="/customers">
          To the customers
        </ButtonLink>
      }
    >
      The address may be mistyped, or what was here has been deleted.
    </MessagePage>
  );
}
