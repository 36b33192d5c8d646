-- What the pages of a large platform read, kept ready: decisions as the numbers want them, words as searches want them, orders as lists want them.

-- One row for each decision of a review that came into force: how long it took, and whether it was taken back. Written from the
-- decision itself and never by hand, so that it can be thrown away and made again.
create view decision_figure as
  select d.id decision, d.created_at at, d.action, d.automated = 'fully' automated, d.actor,
    d.created_at - v.submitted_at waited,
    d.created_at - (select max(l.since) from lease l where l.version = d.version and l.account = d.actor and l.since <= d.created_at) held,
    s.state in ('reversed', 'overridden') reversed
  from decision d join decision_status s on s.id = d.id join version v on v.id = d.version
  where s.carried_out_at is not null and d.action in ('approve', 'refuse');

create table decided (
  decision uuid primary key references decision (id),
  at bigint not null,
  action text not null,
  automated boolean not null,
  actor uuid references account (id),
  -- From the submission, and from the moment in which its reviewer claimed it.
  waited bigint,
  held bigint,
  reversed boolean not null
);
create index decided_at on decided (at) include (action, automated, actor, waited, reversed);
create index decided_actor on decided (actor, at) include (held);
create table decided_clause (
  decision uuid not null references decision (id),
  clause text not null,
  at bigint not null,
  reversed boolean not null,
  primary key (decision, clause)
);
create index decided_clause_at on decided_clause (at) include (clause, reversed);

create function note_decided() returns trigger language plpgsql as $$
begin
  if new.carried_out_at is null then
    return null;
  end if;
  insert into decided select * from decision_figure f where f.decision = new.id
    on conflict (decision) do update set reversed = excluded.reversed;
  insert into decided_clause select distinct f.decision, c.clause, f.at, f.reversed from decision_figure f join decision_clause c on c.decision = f.decision where f.decision = new.id
    on conflict (decision, clause) do update set reversed = excluded.reversed;
  return null;
end $$;
create trigger decision_status_figure after insert or update on decision_status for each row execute function note_decided();
create index lease_version on lease (version, account, since);
insert into decided select * from decision_figure;
insert into decided_clause select distinct f.decision, c.clause, f.at, f.reversed from decision_figure f join decision_clause c on c.decision = f.decision;

-- Single characters and pairs of a text, in small letters: what is searched for holds pairs that what is found holds too, in any script.
create function grams(words text) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct g), '{}') from (select lower(left(words, 4000)) w) t, generate_series(1, length(w)) i,
    lateral (values (substr(w, i, 1)), (substr(w, i, 2))) x (g)
$$;
create function grams_asked(word text) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct substr(w, i, 2)), '{}') from (select lower(word) w) t, generate_series(1, greatest(length(w) - 1, 1)) i
$$;
create function listing_words(content jsonb) returns text language sql immutable strict parallel safe as $$
  select coalesce(content->>'intro', '') || ' ' || coalesce(content->>'tags', '')
$$;
-- Of names and of listings, drafts too: who may be found says the view of what is out, not this.
create table searched (
  source uuid primary key,
  program uuid not null references program (id),
  grams text[] not null
);
create index searched_grams on searched using gin (grams);
create function note_searched() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'program' then
    insert into searched values (new.id, new.id, grams(new.name)) on conflict (source) do update set grams = excluded.grams;
  else
    insert into searched values (new.id, new.program, grams(listing_words(new.content))) on conflict (source) do nothing;
  end if;
  return null;
end $$;
create trigger program_searched after insert or update of name on program for each row execute function note_searched();
create trigger listing_searched after insert on listing for each row execute function note_searched();
insert into searched select id, id, grams(name) from program;
insert into searched select id, program, grams(listing_words(content)) from listing;

-- The queue in its order, and programs by who owns them.
create index version_order on version ((case when expedited_at is null then 1 else 0 end), (coalesce(due_at, 0)), id) include (state)
  where state in ('awaiting-human', 'in-human', 'held');
create index program_owner on program (owner);
