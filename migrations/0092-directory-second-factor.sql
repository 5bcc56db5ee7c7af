-- The second factor of staff: its secret is sealed with a key of the installation. No page ever wrote the old column.
alter table directory.staff_login drop column totp_secret;
alter table directory.staff_login add column totp_sealed text;
-- Set up, and not yet confirmed by a first code.
alter table directory.staff_login add column totp_waiting text;
alter table directory.staff_sign_in drop constraint staff_sign_in_event_check;
alter table directory.staff_sign_in add constraint staff_sign_in_event_check
  check (event in ('signed-in', 'refused', 'signed-out', 'session-closed', 'second-factor-on', 'second-factor-off'));
