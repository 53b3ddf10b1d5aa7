import { insertOneRow } from "./actions";

/** A build knows the actions that its pages use. */
export default function Page() {
  return <form action={insertOneRow.bind(null, undefined)} />;
}
