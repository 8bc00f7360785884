namespace SseGen.Redis;

/// <summary>
/// What has to happen in one step inside of Redis. KEYS: the stream, the hash that says which id was given out last, and by which run of
/// the server. ARGV[1] and ARGV[2]: the newest event that the caller knows of, as epoch and sequence; ARGV[3]: the run of the server that it
/// was last connected to.
/// </summary>
/// <remarks>
/// Ids count up by one within an epoch, which is the stream's own id format: a process sees by itself what it has not heard of. No id is
/// ever given out twice. A server that has restarted may have lost what it had acknowledged, and nothing in its data says so; the epoch
/// goes on only if it writes a log of all commands and is no promoted replica, or if the caller was there before the restart and saw the same
/// event as the last one. Otherwise a new epoch begins, which clients are told of as a gap.
/// </remarks>
internal static class RedisScripts
{
    private const string Prelude =
        """
        local run = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
        local state = redis.call('HMGET', KEYS[2], 'epoch', 'sequence', 'run')
        local epoch, sequence = tonumber(state[1]), tonumber(state[2])
        local known_epoch, known_sequence = tonumber(ARGV[1]), tonumber(ARGV[2])
        local is_same_run = state[3] == run
        local is_behind = not epoch or known_epoch > epoch or (known_epoch == epoch and known_sequence > sequence)
        local is_vouched_for = state[3] == ARGV[3] and known_epoch == epoch and known_sequence == sequence

        local function keeps_writes()
          return string.find(redis.call('INFO', 'persistence'), 'aof_enabled:1', 1, true)
            and string.find(redis.call('INFO', 'replication'), 'master_replid2:0000000000', 1, true)
        end

        local function save()
          redis.call('HSET', KEYS[2], 'epoch', string.format('%.0f', epoch), 'sequence', string.format('%.0f', sequence), 'run', run)
        end

        local function begin_epoch()
          local time = redis.call('TIME')
          local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
          local last_epoch = last and tonumber(string.match(last[1], '^%d+')) or 0
          epoch = math.max(tonumber(time[1]) * 1000000 + tonumber(time[2]), known_epoch + 1, (epoch or 0) + 1, last_epoch + 1)
          sequence = 0
        end

        """;

    /// <summary>
    /// Adds an event and tells all processes. ARGV[4]: how many events to keep; ARGV[5]: milliseconds to keep them, 0 for ever; ARGV[6]: the
    /// body; ARGV[7]: its coalesce key.
    /// </summary>
    /// <returns>The event's id and the server's run.</returns>
    public const string Publish = Prelude +
        """
        if is_behind or not (is_same_run or is_vouched_for or keeps_writes()) then
          begin_epoch()
        end
        sequence = sequence + 1
        local id = string.format('%.0f-%.0f', epoch, sequence)
        redis.call('XADD', KEYS[1], 'MAXLEN', ARGV[4], id, 'body', ARGV[6], 'key', ARGV[7])
        save()
        if ARGV[5] ~= '0' then
          redis.call('PEXPIRE', KEYS[1], ARGV[5])
          redis.call('PEXPIRE', KEYS[2], ARGV[5])
        end
        redis.call('PUBLISH', KEYS[1], id .. '\n' .. #ARGV[7] .. '\n' .. ARGV[7] .. ARGV[6])
        return {id, run}
        """;

    /// <summary>
    /// Who begins to follow the topic, or goes on after an outage, says what it knows. If that is more than the server does, writes have been
    /// lost, and the ids of those are not to be given out again; if it is the same as before, the server has kept what it had.
    /// </summary>
    /// <returns>The server's run.</returns>
    public const string Meet = Prelude +
        """
        if epoch and is_behind then
          begin_epoch()
          save()
        elseif is_vouched_for and not is_same_run then
          save()
        end
        return run
        """;
}
