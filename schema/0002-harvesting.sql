-- Records of the same entry on other platforms: the views for harvesters ask which entries have none.

create table dataset_identifier (
  dataset_id text not null references dataset deferrable initially deferred,
  platform text not null,
  identifier text not null,
  primary key (dataset_id, platform, identifier)
) strict, without rowid;

create table service_identifier (
  service_id text not null references service deferrable initially deferred,
  platform text not null,
  identifier text not null,
  primary key (service_id, platform, identifier)
) strict, without rowid;

create index dataset_identifier_target on dataset_identifier (platform, identifier);
create index service_identifier_target on service_identifier (platform, identifier);

insert into dataset_identifier (dataset_id, platform, identifier)
  select d.id, e.value ->> '$.platform', e.value ->> '$.identifier'
  from dataset d, json_each(d.document, '$.otherIdentifiers') e
  where d.withdrawn_at is null;

insert into service_identifier (service_id, platform, identifier)
  select s.id, e.value ->> '$.platform', e.value ->> '$.identifier'
  from service s, json_each(s.document, '$.otherIdentifiers') e
  where s.withdrawn_at is null;
