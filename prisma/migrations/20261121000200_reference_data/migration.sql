-- Where a new installation starts. All of it is data that staff change.
INSERT INTO settings (association_name, short_name, time_zone, paper, credits_email, membership_email,
                      signatory_name, signatory_title, onsite_wait_hours, reset_link_minutes)
VALUES ('The Association', 'Association', 'UTC', 'A4', 'credits@example.org', 'membership@example.org',
        'Director of Education', 'The Association', 72, 60);

INSERT INTO credit_types (name, increment, minutes_per_credit, retention_years, physicians_only) VALUES
  ('AMA PRA Category 1', 25, 60, 6, true),
  ('SDMS CME', 25, 60, NULL, false),
  ('CME', 25, 60, NULL, false),
  ('CEC', 25, 60, NULL, false),
  ('Credit Hour', 25, 60, NULL, false),
  ('None', 25, 60, NULL, false),
  ('IACET CEU', 10, 600, 7, false);

INSERT INTO activity_types (name) VALUES ('Live event'), ('Online course'), ('Journal'), ('Enduring material');

-- MD, DO and the degrees that the AMA counts as equivalent.
INSERT INTO professions (name, physician) VALUES
  ('MD', true), ('DO', true), ('MBBS', true), ('MBChB', true),
  ('Sonographer', false), ('Nurse', false), ('Physician assistant', false), ('Scientist', false),
  ('Property manager', false), ('Property supervisor', false), ('Leasing professional', false),
  ('Maintenance technician', false), ('Supplier', false), ('Trainer', false),
  ('Exercise physiologist', false), ('Group exercise instructor', false), ('Other', false);
