/*
 * The result of a report: see result.h.
 *
 * Modules come in the catalogue's order, measures as written in it. The same
 * round, closed at the same moment, gives the same result each time.
 */
#include "config.h"

#include "report/result.h"

#include "base/fault.h"
#include "base/text.h"
#include "report/among.h"
#include "report/figures.h"
#include "report/history.h"
#include "report/levels.h"
#include "report/overall.h"
#include "report/peers.h"

/* What was read for one report. */
struct making {
	struct db *db;
	struct arena *a;
	const struct report_subject *about;
	struct entry_progress_row *modules;
	size_t n_modules;
	struct line
		*lines; /* by measure of the catalogue; number is NULL where there are no scores */
	struct yardstick *peers; /* PEERS a measure */
	uint32_t own_peers;
	bool certification; /* the track that the practice takes part in */
	struct result *result;
};

enum verdict
result_verdict(const struct comparison *c, bool lower_is_better)
{
	if (c->test == STATS_NONE)
		return VERDICT_NONE;
	switch (c->mark) {
	case STATS_SAME: return VERDICT_SAME;
	case STATS_HIGHER: return lower_is_better ? VERDICT_WORSE : VERDICT_BETTER;
	case STATS_LOWER: return lower_is_better ? VERDICT_BETTER : VERDICT_WORSE;
	}
	fault("no such mark: %d", (int)c->mark);
}

size_t
result_lines(const struct result *r)
{
	size_t n = 0;

	for (size_t i = 0; i < r->n_sections; i++)
		n += r->sections[i].n_lines;
	return n;
}

static void
compare(struct line *l)
{
	if (!l->national.shown || l->own.of == 0)
		return;
	l->compared = stats_compare(l->own, stats_others(l->national.rate, l->own));
	l->verdict = result_verdict(&l->compared, l->lower_is_better);
}

void
result_work_out(struct line *l)
{
	l->compared = (struct comparison){ STATS_NONE, 1, STATS_SAME };
	l->verdict = VERDICT_NONE;
	if (stats_wilson(l->own, &l->interval))
		l->share = stats_share(l->own);
	if (l->national.shown)
		l->national.share = stats_share(l->national.rate);
	if (l->fellowship.shown)
		l->fellowship.share = stats_share(l->fellowship.rate);
	compare(l);
}

static void
read_scores(struct making *m)
{
	size_t n;
	struct score_list_row *rows = q_score_list(m->db, m->about->practice_id,
						   m->about->round->id, &n);

	for (size_t i = 0; i < n; i++) {
		const struct measure *of = catalogue_measure(m->about->cat, rows[i].measure);

		if (of == NULL)
			fault("a score of %s, which the edition does not know", rows[i].measure);
		m->lines[of->index] = (struct line){
			.number = of->number,
			.title = of->title,
			.lower_is_better = of->lower_is_better,
			.parts = of->parts,
			.any_of = of->any_of,
			.own = { rows[i].met, rows[i].met + rows[i].not_met },
			.excluded = rows[i].excluded,
			.excepted = rows[i].excepted,
			.missing = rows[i].missing,
		};
	}
}

/* Own figures were read before: what follows from both is worked out here. */
static void
take_figures(struct making *m)
{
	const struct figures *f = m->about->figures;

	for (size_t i = 0; i < m->about->cat->n_measures; i++) {
		struct line *l = &m->lines[i];

		if (l->number == NULL)
			continue; /* of a module that this practice did not take */
		l->national = f[i].national;
		if (f[i].varies)
			among_work_out(l, f[i].variation, f[i].shares, f[i].n_shares);
		if (m->result->fellowship)
			l->fellowship = f[i].fellowship;
		for (size_t group = 0; group < PEERS; group++)
			m->peers[i * PEERS + group] = f[i].peers[group];
	}
}

static void
read_head(struct making *m)
{
	const struct round_by_id_row *round = m->about->round;
	struct result *r = m->result;
	struct report_head_row head;

	if (round->closed_at == NULL)
		fault("round %llu never closed", (unsigned long long)round->id);
	if (!q_report_head(m->db, m->about->practice_id, round->id, &head))
		fault("practice %llu is not in round %llu",
		      (unsigned long long)m->about->practice_id, (unsigned long long)round->id);
	m->certification = text_equal(head.track, "certification");
	m->own_peers = peers_of((struct peer_traits){ head.kind, head.fte, head.country_code,
						      head.certified });
	r->practice = head.practice;
	r->country = head.country_code;
	r->fellowship = text_equal(head.kind, "fellowship");
	r->round_id = round->id;
	r->round = round->name;
	r->opens = round->opens;
	r->closes = round->closes;
	r->cut = *round->closed_at;
	r->edition = m->about->cat->hash;
	r->version = PACKAGE_VERSION;
	r->charts = (uint32_t)head.charts;
}

static void
read_unscored(struct making *m)
{
	struct result *r = m->result;
	struct report_incomplete_row *rows = q_report_incomplete(
		m->db, m->about->practice_id, m->about->round->id, &r->n_unscored);

	r->unscored = arena_array(m->a, r->n_unscored, sizeof *r->unscored);
	for (size_t i = 0; i < r->n_unscored; i++)
		r->unscored[i] = (struct unscored){ rows[i].number, rows[i].label };
}

static const struct entry_progress_row *
entered(const struct making *m, const struct module *of)
{
	for (size_t i = 0; i < m->n_modules; i++)
		if (text_equal(m->modules[i].module, of->id))
			return &m->modules[i];
	return NULL;
}

static void
add_section(struct making *m, const struct module *of, const struct entry_progress_row *progress)
{
	const struct catalogue *cat = m->about->cat;
	struct section *s = &m->result->sections[m->result->n_sections++];

	*s = (struct section){ .id = of->id,
			       .title = of->title,
			       .required = progress->required,
			       .complete = (uint32_t)progress->complete,
			       .reason = progress->reason };
	if (progress->declared != NULL)
		s->eligible = *progress->declared;
	s->lines = arena_array(m->a, cat->n_measures, sizeof *s->lines);
	for (size_t i = 0; i < cat->n_measures; i++) {
		struct line *l = &m->lines[i];

		if (l->number == NULL || cat->measures[i].module != of)
			continue;
		result_work_out(l);
		m->result->verdicts[l->verdict]++;
		s->lines[s->n_lines++] = *l;
	}
}

struct result *
result_make(struct db *db, struct arena *a, const struct report_subject *about)
{
	const struct catalogue *cat = about->cat;
	struct result *r = arena_alloc(a, sizeof *r);
	struct making m = { .db = db, .a = a, .about = about, .result = r };

	m.lines = arena_array(a, cat->n_measures, sizeof *m.lines);
	m.peers = arena_array(a, cat->n_measures * PEERS, sizeof *m.peers);
	m.modules = q_entry_progress(db, about->practice_id, about->round->id, &m.n_modules);
	read_head(&m);
	read_scores(&m);
	take_figures(&m);
	read_unscored(&m);
	r->sections = arena_array(a, cat->n_modules, sizeof *r->sections);
	for (size_t i = 0; i < cat->n_modules; i++) {
		const struct entry_progress_row *progress = entered(&m, &cat->modules[i]);

		if (progress != NULL)
			add_section(&m, &cat->modules[i], progress);
	}
	among_family(a, r);
	if (m.certification)
		overall_read(db, a, about, r);
	peers_fill(a, r, m.own_peers, m.peers, cat);
	levels_read(db, a, about, r);
	history_read(db, a, about, r);
	return r;
}
