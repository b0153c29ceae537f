-- Quét một lần cả trăm nghìn người: people are never deleted, so keys need no check of their person row by row.
alter table duplicates.match_key drop constraint match_key_person_id_fkey;
alter table duplicates.keyed drop constraint keyed_person_id_fkey;
