-- All counts of one sign-in attempt in one statement: keys in a fixed order, until one of them says to wait. What is
-- lost of a count in a crash does not matter, so a storm of sign-ins waits for no disk.
create function clientele_take_attempts(p_keys text[], p_limits integer[], p_windows interval[], p_grows boolean[],
  out wait integer, out locked text) language plpgsql as $$
begin
  perform set_config('synchronous_commit', 'off', true);
  for i in 1 .. array_length(p_keys, 1) loop
    select t.wait, case when t.locked then p_keys[i] end into wait, locked
      from clientele_take_attempt(p_keys[i], p_limits[i], p_windows[i], p_grows[i]) t;
    exit when wait > 0;
  end loop;
end $$;

-- A right password: its own key is forgotten, the shared ones get the attempt back. In the same order as above,
-- so that the two never wait for each other in a circle.
create function clientele_clear_attempts(p_keys text[], p_own text) returns void language plpgsql as $$
begin
  perform set_config('synchronous_commit', 'off', true);
  for i in 1 .. array_length(p_keys, 1) loop
    if p_keys[i] = p_own then
      delete from attempt_limit where key = p_own;
    else
      update attempt_limit set hits = hits - 1 where key = p_keys[i] and hits > 0;
    end if;
  end loop;
end $$;
