-- What people put lies sealed under their own key, whatever it is: pictures of a listing are laid open when a listing names them,
-- papers never are. `sha256` names the bytes as they were put, `stored` the bytes as they lie.
alter table held_file
  add column stored text references blob (sha256),
  add column size bigint,
  add column mime text,
  drop constraint held_file_sha256_fkey;
update held_file h set size = b.size, mime = b.mime from blob b where b.sha256 = h.sha256;
create index held_file_stored on held_file (stored);
create index held_file_bytes on held_file (sha256);
-- A paper is found by who put it; older ones that nobody has sealed yet lie open under their own digest.
alter table document drop constraint document_sha256_fkey;
create index document_open on document (created_at) where state <> 'withdrawn';
