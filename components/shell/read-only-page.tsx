import { ButtonLink } from "@/components/ui/button-link";
import { MessagePage } from "./message-page";

/** What a viewer gets at the address of a form. */
export function ReadOnlyPage({ href, label }: { href: string; label: string }) {
  return (
    <MessagePage
      title="You may look, not change"
      actions={
        <ButtonLink variant="primary" href={href}>
          {label}
        </ButtonLink>
      }
    >
      Your role is viewer. An owner can give you another one under Settings, Team.
    </MessagePage>
  );
}
