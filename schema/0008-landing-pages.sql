-- The datasets by the address of their page, which people paste to find them here.

create index dataset_landing_page on dataset (document ->> '$.landingPage');
