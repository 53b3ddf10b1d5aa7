-- Names that differ by case alone are one name: staff would choose the wrong one of two, and "md"
-- beside MD would make no physicians. Providers have such an index already.
CREATE UNIQUE INDEX "professions_name_once" ON "professions" (identifier_key("name"));
CREATE UNIQUE INDEX "activity_types_name_once" ON "activity_types" (identifier_key("name"));
CREATE UNIQUE INDEX "local_offices_name_once" ON "local_offices" (identifier_key("name"));
CREATE UNIQUE INDEX "formats_name_once" ON "formats" (identifier_key("name"));
CREATE UNIQUE INDEX "credit_types_name_once" ON "credit_types" (identifier_key("name"));
