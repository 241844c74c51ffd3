-- One page again and again. COOKIE goes with each request. That each answer was the
-- page and no redirect shows in the bytes, so that wrk need not call Lua for each.
dofile(os.getenv("FIXTURES") .. "/figures.lua")

wrk.headers["Cookie"] = os.getenv("COOKIE")

function done(summary, latency)
	figures(summary, latency, 0)
end
