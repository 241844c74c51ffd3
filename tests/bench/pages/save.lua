-- Answers of charts, saved as the form's script does. Each thread has one connection
-- and one chart of its own, new at the start, and changes the answer to one question
-- to and fro; each save is made over the version that the last one gave back.
-- CHARTS names the charts' ids, ELEMENT the question, ONE and OTHER its answers.
dofile(os.getenv("FIXTURES") .. "/figures.lua")

local threads = {}
local next_chart = string.gmatch(os.getenv("CHARTS"), "%d+")
local element, csrf = os.getenv("ELEMENT"), os.getenv("CSRF")

function setup(thread)
	thread:set("chart", next_chart())
	table.insert(threads, thread)
end

function init()
	values = { os.getenv("ONE"), os.getenv("OTHER") }
	version, wrong = 0, 0
	headers = {
		["Cookie"] = os.getenv("COOKIE"),
		["Content-Type"] = "application/x-www-form-urlencoded;charset=UTF-8",
		["Accept"] = "application/json",
	}
end

function request()
	local body = string.format("a_%s=%s&v_%s=%d&_csrf=%s",
		element, values[version % 2 + 1], element, version, csrf)
	return wrk.format("POST", "/charts/" .. chart .. "/answers", headers, body)
end

-- A save that did not raise the version by one was none.
function response(status, _, body)
	local saved = tonumber(string.match(body, '"versions":{"' .. element .. '":(%d+)}'))
	if status == 200 and saved == version + 1 then
		version = saved
	else
		wrong = wrong + 1
	end
end

function done(summary, latency)
	local all = 0
	for _, thread in ipairs(threads) do all = all + thread:get("wrong") end
	figures(summary, latency, all)
end
