import { SideNav } from "@/components/side-nav";
import { refuseRole, requireActor } from "@/lib/session";
import { findWaiting } from "@/lib/waiting/queries";
import { countOf, sectionsFor } from "./sections";

/** The frame of staff's pages; each page asks for itself whether its reader may see it. */
export default async function AdminLayout({ children }: LayoutProps<"/admin">) {
  const sections = sectionsFor(await requireActor());
  if (sections.length === 0) await refuseRole();
  const waiting = await findWaiting();
  return (
    <div data-page="wide" className="flex flex-col gap-6 lg:flex-row lg:gap-10">
      <SideNav
        label="Admin panel"
        places={[
          { href: "/admin", label: "Overview", alone: true },
          ...sections.map((section) => {
            const { href, label } = section;
            return { href, label, waiting: countOf(section, waiting) };
          }),
        ]}
      />
      <div className="flex min-w-0 grow flex-col gap-6">{children}</div>
    </div>
  );
}
