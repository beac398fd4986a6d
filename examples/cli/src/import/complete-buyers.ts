/**
 * Gives rows without a customer the one of their order's other rows. Those of orders that nobody is named
 * for are left out, whatever else may be wrong with them.
 */
export const completeBuyers = `
  commit;
  create index lines_of_order on lines ("order");
  create table named as
    select "order", max(customer) as customer, max(phone) as phone from (
      select "order", customer, phone from lines
      union all select "order", customer, phone from buyers
    ) where "order" is not null and (customer is not null or phone is not null) group by "order";
  create unique index named_order on named ("order");
  update lines set customer = named.customer, phone = named.phone from named
    where named."order" = lines."order" and lines.customer is null and lines.phone is null;
  insert into rejected
    select row, "order", 'noCustomer', 0 from lines where customer is null and phone is null;
  delete from lines where customer is null and phone is null;
  update rejected set reason = 'noCustomer'
    where unnamed and ("order" is null or "order" not in (select "order" from named));
  insert into rejected select row, "order", 'noCustomer', 0 from problems
    where unnamed and ("order" is null or "order" not in (select "order" from named));
  delete from problems
    where unnamed and ("order" is null or "order" not in (select "order" from named));
`
