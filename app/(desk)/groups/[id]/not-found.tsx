import { MessagePage } from "@/components/shell/message-page";
import { ButtonLink } from "@/components/ui/button-link";

export default function GroupNotFound() {
  return (
    <MessagePage
      title="This group is not here"
      actions={
        <ButtonLink variant="primary" href="/groups">
          To the groups
        </ButtonLink>
      }
    >
      The address may be mistyped, or the group has been deleted.
    </MessagePage>
  );
}
