import { MessagePage } from "@/components/shell/message-page";
import { ButtonLink } from "@/components/ui/button-link";

export default function CustomerNotFound() {
  return (
    <MessagePage
      title="This customer is not here"
      actions={
        <ButtonLink variant="primary" href="/customers">
          To the customers
        </ButtonLink>
      }
    >
      The address may be mistyped, or the customer has been deleted.
    </MessagePage>
  );
}
