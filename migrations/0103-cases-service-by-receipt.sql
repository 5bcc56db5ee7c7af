-- Cases: one service by receipt, narrowed by state, is read from an index too (25 ms without at 100,000 cases, 2 ms with).
create index case_by_service_receipt on cases.case (authority_id, service_key, received_at desc, case_id);
