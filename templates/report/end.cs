<?cs # The end of a performance report: how to read it, what made it. Built and stored as the rest.
   report.{fellowship,small,edition,version,cut} ?>
<section class="reading" aria-labelledby="how">
<h2 id="how">How to read this report</h2>
<dl class="explain">
<dt>Met of charts</dt><dd>How many of your charts met the measure, of those it applies to. Charts that the measure excludes or excepts are not counted.</dd>
<dt>Your rate and its 95 % interval</dt><dd>The share of charts that met the measure. A sample of charts is never exact: the interval (Wilson's method) is the range that fits what you found. A wide one means few charts. Rates of fewer than <?cs var:report.small ?> charts are grey: do not read much into them.</dd>
<dt>All practices</dt><dd>The rate of all charts of all practices in this round, yours included. It is shown only when at least 5 practices and 20 charts stand behind it and none of them gave more than half, so that no practice can be recognized.</dd><?cs if:report.fellowship ?>
<dt>Fellowship programs</dt><dd>The same for the fellowship programs of this round; here 3 programs are enough.</dd><?cs /if ?>
<dt>Your peer groups</dt><dd>The same for practices like yours in kind, in size (FTE oncologists at sign-up) and in country; and where yours was QOPI certified on the last day of the round, all that were. With any one practice's charts taken away, at least 5 practices and 20 charts stand behind each figure and none of them gave more than half; and the same holds of whatever could be worked out by taking groups away from all practices or from each other. Figures that do not fit that are not shown.</dd>
<dt>Compared</dt><dd>Whether your rate differs from that of all other practices by more than chance would explain (two-sided chi-square or Fisher's exact test, p below 0.05). The arrow says in which direction, the word whether that is better or worse. With many measures, one in twenty differs by chance alone.</dd>
<dt>Sites, physicians, fellows</dt><dd>The same figures of a part of your practice, where the report has them. They are compared with all other practices, and with the rest of your own; nothing is compared where one side has fewer than <?cs var:report.small ?> charts: too few to tell. A fellow's figures are those of the charts the fellow abstracted. Physicians and fellows see their own, and the practice's managers all of them.</dd>
<dt>Lower is better</dt><dd>These measures count what should not happen; the bar of a good practice is short.</dd>
<dt>All of, any of</dt><dd>Composite measures: a chart meets them when it meets all, or any, of the measures named.</dd>
</dl>
<p class="muted">Figures of the charts as they were when the round closed, <time datetime="<?cs var:report.cut.iso ?>"><?cs var:report.cut ?></time>, worked out by myQOPI <?cs var:report.version ?> with the measure definitions <?cs var:report.edition ?>.</p>
</section>
