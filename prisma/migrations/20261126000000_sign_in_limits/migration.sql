-- Counts one attempt under a key and answers how many seconds to wait; 0 = go ahead.
-- Past the limit a key that grows is blocked for 1, 2, 4 … 15 minutes, one try being free after each wait; `locked`
-- is true for the one attempt with which a block begins. A key that does not grow waits for its window to end:
-- what everybody shares must not be lockable for longer than that.
drop function clientele_take_attempt(text, integer, interval);
create function clientele_take_attempt(p_key text, p_limit integer, p_window interval, p_grows boolean,
  out wait integer, out locked boolean) language plpgsql as $$
declare
  a attempt_limit%rowtype;
  at timestamptz(3);
begin
  insert into attempt_limit (key, window_end) values (p_key, now() + p_window) on conflict (key) do nothing;
  select * into a from attempt_limit where key = p_key for update;
  at := clock_timestamp();
  locked := false;
  if a.blocked_until is null or a.blocked_until <= at then
    if a.window_end < at then
      if a.window_end < at - interval '12 hours' then a.strikes := 0; end if;
      a.hits := 0;
      a.window_end := at + p_window;
    end if;
    a.hits := a.hits + 1;
    a.blocked_until := null;
    if a.hits > p_limit then
      locked := true;
      a.hits := p_limit - 1;
      if p_grows then
        a.blocked_until := at + least(power(2, least(a.strikes, 10)), 15) * interval '1 minute';
        a.strikes := a.strikes + 1;
        a.window_end := a.blocked_until + p_window;
      else
        a.blocked_until := a.window_end;
      end if;
    end if;
    update attempt_limit set hits = a.hits, strikes = a.strikes, window_end = a.window_end,
      blocked_until = a.blocked_until where key = p_key;
  end if;
  wait := case when a.blocked_until is null then 0
    else greatest(1, ceil(extract(epoch from a.blocked_until - at))) end;
end $$;
