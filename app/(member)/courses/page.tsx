import type { Metadata } from "next";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { PageHeading } from "@/components/page-heading";
import { TextLink } from "@/components/text-link";
import { entryPath, entryTranscriptPath } from "@/lib/addresses";
import { formatDay } from "@/lib/calendar";
import { listCourses } from "@/lib/courses/queries";
import { printCredits } from "@/lib/credits/amount";
import { requireActor } from "@/lib/session";

export const metadata: Metadata = { title: "My Online Courses" };

export default async function MyOnlineCourses() {
  const { memberId } = await requireActor();
  const courses = await listCourses(memberId);
  return (
    <>
      <Breadcrumbs steps={[MY_ACCOUNT, { label: "My Online Courses" }]} />
      <PageHeading title="My Online Courses">
        Online courses on your record, and classes that providers posted for you.
      </PageHeading>
      {courses.length === 0 ? (
        <EmptyState title="No courses yet">
          A course appears here when its provider posts it or when you report it.
        </EmptyState>
      ) : (
        <DataTable
          caption="Your courses"
          captionHidden
          rows={courses}
          rowKey={(course) => course.id}
          columns={[
            { key: "date", header: "Date Earned", cell: (course) => formatDay(course.earnedOn) },
            {
              key: "name",
              header: "Course Name",
              rowHeader: true,
              cell: (course) => (
                <>
                  <TextLink href={entryPath(course.id)}>{course.title}</TextLink>
                  {course.courseNumber ? (
                    <span className="block font-normal text-muted">{course.courseNumber}</span>
                  ) : null}
                </>
              ),
            },
            {
              key: "provider",
              header: "Provider",
              cell: (course) => course.provider?.name ?? course.providerOther ?? "",
            },
            {
              key: "credits",
              header: "Credits",
              align: "end",
              cell: (course) => `${printCredits(course.credits)} ${course.creditTypeName}`,
            },
            {
              key: "transcript",
              header: "Transcript",
              cell: (course) => (
                <a
                  href={entryTranscriptPath(course.id)}
                  className="words-link"
                  aria-label={`Transcript of ${course.title}`}
                >
                  PDF
                </a>
              ),
            },
          ]}
        />
      )}
    </>
  );
}
