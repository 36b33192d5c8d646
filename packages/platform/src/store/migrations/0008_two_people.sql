-- What each worker does with mail, so that an operator is told when nobody sends any.
alter table worker add column mail text not null default 'waits' check (mail in ('sends', 'keeps', 'waits'));

-- What one person proposes and another confirms: terms of service, and settings of the review.
create table proposal (
  id uuid primary key,
  kind text not null check (kind in ('terms', 'setting')),
  -- Of which there is one open at most: the edition, or the setting's name.
  name text not null,
  content jsonb not null,
  why_zh text not null,
  why_en text not null,
  proposed_by uuid not null references account (id),
  proposed_at bigint not null,
  settled_by uuid references account (id),
  settled_at bigint,
  agreed boolean,
  check ((settled_at is null) = (agreed is null)),
  check (settled_by is null or agreed is not true or settled_by <> proposed_by)
);
create unique index proposal_open on proposal (kind, name) where settled_at is null;
create index proposal_kind on proposal (kind, proposed_at);
