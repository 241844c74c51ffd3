/* Where a practice stands among all, as a result stores it: see stored_json.h. */
#include "base/fault.h"
#include "report/stored_json.h"

json_t *
stored_among(const struct among *m)
{
	json_t *json;

	if (!m->told)
		return NULL;
	json = stored_made(json_pack(
		"{s:f, s:f, s:[f, f], s:[f, f], s:i, s:f, s:[f, f, f]}", "inflation",
		m->variation.inflation, "between", m->variation.between, "near", m->near.low,
		m->near.high, "far", m->far.low, m->far.high, "place", (int)m->place, "weight",
		m->shrunken.weight, "shrunken", m->shrunken.share, m->shrunken.interval.low,
		m->shrunken.interval.high));
	if (m->ranked)
		json_object_set_new(json, "percentile", stored_made(json_real(m->percentile)));
	return json;
}

void
stored_read_among(json_t *json, struct among *m)
{
	json_error_t e;
	json_t *percentile = json_object_get(json, "percentile");
	int place;

	if (json == NULL)
		return;
	stored_check(json_unpack_ex(json, &e, 0, "{s:f, s:f, s:[f, f], s:[f, f], s:i, s:f, s:[f, f, f]}",
				    "inflation", &m->variation.inflation, "between",
				    &m->variation.between, "near", &m->near.low, &m->near.high, "far",
				    &m->far.low, &m->far.high, "place", &place, "weight",
				    &m->shrunken.weight, "shrunken", &m->shrunken.share,
				    &m->shrunken.interval.low, &m->shrunken.interval.high),
		     &e);
	must(place >= 0 && place <= PLACE_BEYOND_FAR);
	m->told = true;
	m->place = (enum funnel_place)place;
	m->ranked = percentile != NULL;
	m->percentile = json_number_value(percentile);
}
