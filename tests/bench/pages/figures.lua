-- What wrk says at its end, as one line of figures; pages.lua and save.lua load this.
--   requests/s  p50 ms  p99 ms  bytes a response  failures
local function failures(errors)
	return errors.connect + errors.read + errors.write + errors.status + errors.timeout
end

function figures(summary, latency, wrong)
	io.write(string.format("figures %.1f %.3f %.3f %.1f %d\n",
		summary.requests / (summary.duration / 1e6),
		latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
		summary.bytes / summary.requests, failures(summary.errors) + wrong))
end
