-- What wrk asks for, and what it tells: one line of JSON. Arguments: a file of paths, "server" to read Server-Timing too,
-- a cookie or "".
local threads = {}

function setup(thread)
  thread:set("offset", #threads * 7919)
  table.insert(threads, thread)
end

function init(args)
  paths, times, good, bad, asked = {}, {}, 0, 0, 0
  for path in io.lines(args[1]) do
    table.insert(paths, path)
  end
  if args[3] and args[3] ~= "" then
    wrk.headers["Cookie"] = args[3]
  end
  wrk.headers["Accept-Language"] = "en"
  if #paths > 1 then
    request = function()
      asked = asked + 1
      return wrk.format("GET", paths[(offset + asked) % #paths + 1])
    end
  else
    local one = wrk.format("GET", paths[1])
    request = function() return one end
  end
  if args[2] == "server" then
    response = function(status, headers)
      if status == 200 then good = good + 1 else bad = bad + 1 end
      local timing = headers["server-timing"]
      if timing then
        local at = math.min(20000, math.floor(tonumber(timing:match("dur=([%d.]+)")) * 100))
        times[at] = (times[at] or 0) + 1
      end
    end
  end
end

local function quantile(counts, total, part)
  local seen = 0
  for at = 0, 20000 do
    seen = seen + (counts[at] or 0)
    if seen >= total * part then return at / 100 end
  end
  return -1
end

function done(summary, latency)
  local counts, total, other = {}, 0, 0
  for _, thread in ipairs(threads) do
    for at, many in pairs(thread:get("times")) do
      counts[at] = (counts[at] or 0) + many
      total = total + many
    end
    other = other + thread:get("bad")
  end
  local errors = summary.errors
  io.write(string.format(
    '\n{"rate":%.1f,"p50":%.3f,"p99":%.3f,"server50":%.2f,"server99":%.2f,"bad":%d,"bytes":%d,"requests":%d}\n',
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    quantile(counts, total, 0.5), quantile(counts, total, 0.99),
    other + errors.status + errors.connect + errors.read + errors.write + errors.timeout, summary.bytes, summary.requests))
end
