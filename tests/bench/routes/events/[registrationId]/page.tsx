import EnterCredits from "@/app/(member)/events/[registrationId]/claim/page";
import { updateOneRow } from "./actions";

/** The claim's page with another action on it: a build knows the actions that its pages use. */
export default function Page(props: PageProps<"/events/[registrationId]/claim">) {
  return (
    <>
      <EnterCredits {...props} />
      <form action={updateOneRow.bind(null, undefined)} />
    </>
  );
}
