import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { PageHeading } from "@/components/page-heading";
import { requireRole } from "@/lib/session";
import { NewProgramForm } from "./new-program-form";

export const metadata: Metadata = { title: "New program" };

export default async function NewProgram() {
  await requireRole("change programs");
  return (
    <>
      <Breadcrumbs
        steps={[{ label: "Programs", href: "/admin/programs" }, { label: "New program" }]}
      />
      <PageHeading title="New program">
        A certification that members hold. Its first rules come next: without them no cycle of it is
        judged.
      </PageHeading>
      <NewProgramForm />
    </>
  );
}
