-- Programs, what is said of them, and the versions that run.

create table category (
  id text primary key,
  platform text not null check (platform in ('wechat', 'douyin')),
  parent text,
  name_zh text not null,
  name_en text not null,
  sensitive boolean not null default false,
  source text not null
);
create table category_requirement (
  category text not null references category (id),
  document_kind text not null,
  primary key (category, document_kind)
);

create table program (
  id uuid primary key,
  appid text not null unique,
  platform text not null check (platform in ('wechat', 'douyin')),
  name text not null,
  -- What the eye sees of the name; the key by which names are unique.
  name_key text not null,
  owner uuid not null references account (id),
  entity uuid not null references entity (id),
  curable boolean not null default true,
  penalty_until bigint,
  daily_users integer not null default 0,
  created_at bigint not null,
  state text not null,
  prior text,
  rv integer not null,
  entered_rv integer not null,
  entered_at bigint not null
);
create unique index program_name on program (name_key) where state <> 'terminated';
create index program_entity on program (entity);

create table document (
  id uuid primary key,
  entity uuid not null references entity (id),
  program uuid references program (id),
  kind text not null,
  serves text,
  sha256 text not null references blob (sha256),
  file_name text not null,
  number_sealed bytea,
  valid_from bigint,
  valid_until bigint,
  uploaded_by uuid not null references account (id),
  created_at bigint not null,
  state text not null,
  prior text,
  rv integer not null,
  entered_rv integer not null,
  entered_at bigint not null
);
create index document_entity on document (entity);

create table contact (
  id uuid primary key,
  program uuid not null references program (id),
  kind text not null check (kind in ('admin', 'public')),
  sealed bytea not null,
  seal uuid references seal (id),
  verified_at bigint,
  ended_at bigint,
  created_at bigint not null
);
create unique index contact_once on contact (program, kind) where ended_at is null;

create table membership (
  program uuid not null references program (id),
  account uuid not null references account (id),
  role text not null check (role in ('developer', 'program-admin', 'tester')),
  added_by uuid,
  added_at bigint not null,
  ended_at bigint
);
create unique index membership_once on membership (program, account, role) where ended_at is null;
create index membership_account on membership (account) where ended_at is null;

create table api_token (
  hash text primary key,
  id uuid not null unique,
  account uuid not null references account (id),
  program uuid references program (id),
  name text not null,
  scopes text[] not null,
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint,
  ended_at bigint
);

create table listing (
  id uuid primary key,
  program uuid not null references program (id),
  n integer not null,
  content jsonb not null,
  created_by uuid not null references account (id),
  created_at bigint not null,
  unique (program, n)
);
create trigger listing_stays before update or delete on listing for each row execute function never();

create table version (
  id uuid primary key,
  program uuid not null references program (id),
  n integer not null,
  label text not null,
  channel text not null default 'main',
  changelog text not null default '',
  uploaded_by uuid not null references account (id),
  sha256 text references blob (sha256),
  size bigint,
  manifest jsonb,
  listing uuid references listing (id),
  round integer not null default 1,
  submitted_at bigint,
  expedited_at bigint,
  due_at bigint,
  postponed_to bigint,
  trial_until bigint,
  fix_by bigint,
  percent integer not null default 0 check (percent between 0 and 100),
  stopped boolean not null default false,
  released_at bigint,
  vetoed boolean,
  risk jsonb,
  created_at bigint not null,
  state text not null,
  prior text,
  rv integer not null,
  entered_rv integer not null,
  entered_at bigint not null,
  unique (program, n),
  -- One live version for each channel; asked at the end of the transaction, in which one takes the other's place.
  constraint version_live exclude (program with =, channel with =) where (state in ('live', 'warned')) deferrable initially deferred,
  check (sha256 is not null or state in ('uploading', 'withdrawn', 'refused-intake'))
);
create index version_state on version (state, due_at);
create index version_program on version (program, n desc);

-- The bytes of a version never change once they are there.
create function bytes_stay() returns trigger language plpgsql as $$
begin
  if old.sha256 is not null and new.sha256 is distinct from old.sha256 then
    raise exception 'version: its bytes never change' using errcode = 'MN005';
  end if;
  return new;
end $$;
create trigger version_bytes_stay before update on version for each row execute function bytes_stay();

create table upload (
  id uuid primary key,
  account uuid not null references account (id),
  program uuid not null references program (id),
  version uuid references version (id),
  sha256 text,
  bytes bigint,
  ip_hash text,
  result text not null,
  reason jsonb,
  at bigint not null
);
create index upload_account on upload (account, at);

create table file_index (
  version uuid not null references version (id),
  path text not null,
  sha256 text not null,
  size bigint not null,
  primary key (version, path)
);
create index file_index_hash on file_index (sha256);

create table declaration (
  version uuid not null references version (id),
  kind text not null,
  content jsonb not null,
  at bigint not null,
  primary key (version, kind)
);
create table test_account (
  version uuid primary key references version (id),
  sealed bytea not null,
  at bigint not null
);

-- What was done when, for quotas: counted, never summed up.
create table use (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('submit', 'withdraw', 'expedite')),
  account uuid not null references account (id),
  program uuid not null references program (id),
  version uuid not null references version (id),
  at bigint not null
);
create index use_program on use (program, kind, at);

create table release_step (
  id bigint generated always as identity primary key,
  version uuid not null references version (id),
  step text not null,
  percent integer not null,
  actor uuid,
  at bigint not null
);
create trigger release_step_stays before update or delete on release_step for each row execute function never();
