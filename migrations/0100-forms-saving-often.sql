-- A draft is saved with every page and every pause in typing: without an index on what each save changes, and with room
-- left beside each row, the new state of a row stays on its page (a heap-only update).
drop index forms.draft_owner_id_saved_at_idx;
alter table forms.draft set (fillfactor = 50);
-- distribute: forms.draft by owner_id
