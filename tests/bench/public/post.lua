-- Comments posted as fast as they are taken, each another one. Arguments: "ours" or "isso", the thread's id or its address.
local threads = {}

function setup(thread)
  thread:set("number", #threads)
  table.insert(threads, thread)
end

function init(args)
  asked, taken, other = 0, 0, 0
  local run = os.time()
  local text = function()
    asked = asked + 1
    return string.format("What I have to say is number %d of %d at %d and it is as long as what people usually say.", asked, number, run)
  end
  if args[1] == "ours" then
    wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
    request = function()
      local body = "thread_id=" .. args[2] .. "&name=Guest+" .. number .. "+" .. asked .. "&body=" .. text():gsub(" ", "+")
      return wrk.format("POST", "/comments", nil, body)
    end
  else
    wrk.headers["Content-Type"] = "application/json"
    request = function()
      local body = string.format('{"text":"%s","author":"Guest %d %d","email":null,"website":null,"parent":null,"title":"A story"}', text(), number, asked)
      return wrk.format("POST", "/new?uri=" .. args[2], nil, body)
    end
  end
  response = function(status)
    if status == 303 or status == 201 then taken = taken + 1 else other = other + 1 end
  end
end

function done(summary, latency)
  local good, bad = 0, 0
  for _, thread in ipairs(threads) do
    good, bad = good + thread:get("taken"), bad + thread:get("other")
  end
  io.write(string.format('\n{"rate":%.1f,"p50":%.3f,"p99":%.3f,"good":%d,"bad":%d}\n',
    good / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000, good, bad))
end
