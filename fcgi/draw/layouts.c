/*
 * Texts that were laid out: see layouts.h.
 *
 * They are kept where pango keeps its fonts, with the font map of the process.
 */
#include "draw/layouts.h"

#include <string.h>

/* Inter where it is installed, and whatever has the character where it has not. */
static const char FACE[] = "Inter, DejaVu Sans";
static const double LINE_HEIGHT = 1.22;

enum { KEPT_MAX = 4096 }; /* texts, of some kilobytes each; a report has about a thousand */

/* What a layout is of; all that changes where its glyphs stand. */
struct key {
	double width, size, spacing;
	enum weight weight;
	enum align align;
	const char *text;
};

struct layouts {
	PangoContext *context;
	GHashTable *kept; /* PangoLayout by struct key */
};

static guint
hash_of(gconstpointer key)
{
	const struct key *k = key;

	return g_str_hash(k->text) ^ g_double_hash(&k->width) * 31 ^ g_double_hash(&k->size) * 131 ^
	       (guint)k->weight << 4 ^ (guint)k->align;
}

static gboolean
is_equal(gconstpointer one, gconstpointer other)
{
	const struct key *a = one, *b = other;

	return a->width == b->width && a->size == b->size && a->spacing == b->spacing &&
	       a->weight == b->weight && a->align == b->align && strcmp(a->text, b->text) == 0;
}

/* The text stands behind the key, in one piece with it. */
static struct key *
copy_key(const struct key *key)
{
	size_t len = strlen(key->text) + 1;
	struct key *copy = g_malloc(sizeof *copy + len);

	*copy = *key;
	copy->text = memcpy(copy + 1, key->text, len);
	return copy;
}

/* No hints of a screen: distances are those of the paper. */
static PangoContext *
context_of(PangoFontMap *fonts)
{
	PangoContext *context = pango_font_map_create_context(fonts);
	cairo_font_options_t *options = cairo_font_options_create();

	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	pango_cairo_context_set_font_options(context, options);
	pango_cairo_context_set_resolution(context, 72);
	pango_context_set_round_glyph_positions(context, FALSE);
	cairo_font_options_destroy(options);
	return context;
}

static void
end_layouts(gpointer layouts)
{
	struct layouts *l = layouts;

	g_hash_table_unref(l->kept);
	g_object_unref(l->context);
	g_free(l);
}

struct layouts *
layouts_of_process(void)
{
	static const char name[] = "laid-out texts";
	PangoFontMap *fonts = pango_cairo_font_map_get_default();
	struct layouts *l = g_object_get_data(G_OBJECT(fonts), name);

	if (l != NULL)
		return l;
	l = g_new0(struct layouts, 1);
	l->context = context_of(fonts);
	l->kept = g_hash_table_new_full(hash_of, is_equal, g_free, g_object_unref);
	g_object_set_data_full(G_OBJECT(fonts), name, l, end_layouts);
	return l;
}

static void
set_type(PangoLayout *l, const struct key *k)
{
	PangoFontDescription *font = pango_font_description_new();
	PangoAttrList *attributes = pango_attr_list_new();

	pango_font_description_set_family_static(font, FACE);
	pango_font_description_set_absolute_size(font, k->size * PANGO_SCALE);
	pango_font_description_set_weight(font, k->weight == WEIGHT_STRONG ? PANGO_WEIGHT_SEMIBOLD
									   : PANGO_WEIGHT_NORMAL);
	pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1, calt=0"));
	pango_attr_list_insert(attributes, pango_attr_line_height_new(LINE_HEIGHT));
	if (k->spacing > 0)
		pango_attr_list_insert(
			attributes, pango_attr_letter_spacing_new((int)(k->spacing * PANGO_SCALE)));
	pango_layout_set_font_description(l, font);
	pango_layout_set_attributes(l, attributes);
	pango_attr_list_unref(attributes);
	pango_font_description_free(font);
}

static PangoLayout *
lay_out(PangoContext *context, const struct key *k)
{
	PangoLayout *l = pango_layout_new(context);

	set_type(l, k);
	pango_layout_set_wrap(l, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_width(l, k->width < 0 ? -1 : (int)(k->width * PANGO_SCALE));
	pango_layout_set_alignment(l, k->align == ALIGN_RIGHT    ? PANGO_ALIGN_RIGHT
				      : k->align == ALIGN_CENTER ? PANGO_ALIGN_CENTER
								 : PANGO_ALIGN_LEFT);
	pango_layout_set_text(l, k->text, -1);
	return l;
}

PangoLayout *
layouts_get(struct layouts *l, double width, const struct type *t, const char *text)
{
	struct key key = { width, t->size, t->spacing, t->weight, t->align, text };
	PangoLayout *layout = g_hash_table_lookup(l->kept, &key);

	if (layout != NULL)
		return layout;
	if (g_hash_table_size(l->kept) == KEPT_MAX)
		g_hash_table_remove_all(l->kept);
	layout = lay_out(l->context, &key);
	g_hash_table_insert(l->kept, copy_key(&key), layout);
	return layout;
}
