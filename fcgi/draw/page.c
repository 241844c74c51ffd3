/* PDF documents: see page.h. */
#include "draw/page.h"

#include <cairo-pdf.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/fault.h"
#include "draw/surface.h"

enum { FILE_MAX = 16 * 1024 * 1024 };

static const struct {
	double width, height;
} papers[] = {
	[PAPER_A4] = { 595.276, 841.890 },
	[PAPER_LETTER] = { 612, 792 },
};

struct document {
	struct arena *a;
	enum paper paper;
	cairo_surface_t *surface;
	struct canvas *canvas;
	struct buf *out;
	size_t page; /* from 1 */
};

static void
end_surface(void *surface)
{
	cairo_surface_destroy(surface);
}

static cairo_status_t
take(void *buf, const unsigned char *bytes, unsigned size)
{
	return buf_add(buf, bytes, size) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

struct document *
document_new(struct arena *a, enum paper paper, const struct document_about *about)
{
	struct document *d = arena_alloc(a, sizeof *d);
	char created[TIME_TEXT_SIZE];

	d->a = a;
	d->paper = paper;
	d->page = 1;
	d->out = buf_new(a, FILE_MAX);
	d->surface = cairo_pdf_surface_create_for_stream(take, d->out, papers[paper].width,
							 papers[paper].height);
	arena_defer(a, end_surface, d->surface);
	cairo_pdf_surface_set_metadata(d->surface, CAIRO_PDF_METADATA_TITLE, about->title);
	cairo_pdf_surface_set_metadata(d->surface, CAIRO_PDF_METADATA_AUTHOR, about->author);
	cairo_pdf_surface_set_metadata(d->surface, CAIRO_PDF_METADATA_CREATE_DATE,
				       time_format(about->created, created));
	d->canvas = canvas_on(a, d->surface);
	canvas_begin(d->canvas, "Document");
	return d;
}

struct document *
document_blind(struct arena *a, enum paper paper)
{
	struct document *d = arena_alloc(a, sizeof *d);

	d->a = a;
	d->paper = paper;
	d->surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, NULL);
	arena_defer(a, end_surface, d->surface);
	d->canvas = canvas_on(a, d->surface);
	d->canvas->blind = true;
	return d;
}

struct canvas *
document_canvas(struct document *d)
{
	return d->canvas;
}

double
document_width(const struct document *d)
{
	return papers[d->paper].width;
}

double
document_height(const struct document *d)
{
	return papers[d->paper].height;
}

void
document_next(struct document *d)
{
	if (d->canvas->blind)
		return;
	cairo_show_page(d->canvas->cr);
	d->page++;
}

void
document_bookmark(struct document *d, const char *name)
{
	const char *to;

	if (d->canvas->blind)
		return;
	to = arena_printf(d->a, "page=%zu pos=[0 0]", d->page);

	cairo_pdf_surface_add_outline(d->surface, CAIRO_PDF_OUTLINE_ROOT, name, to,
				      CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

struct bytes
document_end(struct document *d)
{
	cairo_status_t status;

	canvas_end(d->canvas, "Document");
	status = cairo_status(d->canvas->cr);
	if (status == CAIRO_STATUS_SUCCESS) {
		cairo_show_page(d->canvas->cr);
		cairo_surface_finish(d->surface);
		status = cairo_surface_status(d->surface);
	}
	if (status != CAIRO_STATUS_SUCCESS)
		fault("a document cannot be drawn: %s", cairo_status_to_string(status));
	return (struct bytes){ d->out->data, d->out->len };
}
