#include "base/number.hpp"
#include "report/html_text.hpp"
#include "report/html_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace entente::report {

namespace {

std::string section_start(std::string_view id, std::string_view title) {
    return fmt::format("<section id=\"{0}\" aria-labelledby=\"{0}-title\"><h2 id=\"{0}-title\">{1}</h2>\n", id, title);
}

// The actors with the highest value of the measure, at most three; none when all are alike.
std::vector<ActorId> leaders(const ScoreTable& scores, const Scores& column, double& best) {
    best = -1;
    for (const double value : column.values) {
        if (value > best) best = value;
    }
    std::vector<ActorId> first;
    std::size_t defined = 0;
    for (std::size_t i = 0; i < column.values.size(); ++i) {
        if (std::isnan(column.values[i])) continue;
        ++defined;
        if (column.values[i] >= best * (1 - 1e-9)) first.push_back(scores.actors[i]);
    }
    if (best <= 0 || first.size() == defined || first.size() > 3) first.clear();
    return first;
}

// Who would come first then: by name unless too many share the place.
std::string then_first(const PageView& view, const std::vector<ActorId>& first) {
    if (first.size() > 5) return fmt::format("{} would share the first place", counted(first.size(), "actor", "actors"));
    return actor_list(view, first) + " would come first";
}

// Who comes first by the best-known measures; what one actor leads is said in one sentence.
std::string leader_sentences(const PageView& view) {
    struct Reading {
        std::string_view measure, one, several;
    };
    const bool directed = view.input.summary != nullptr && view.input.summary->directed;
    const Reading readings[] = {{"degree", directed ? "has the most ties, in and out" : "has the most ties", directed ? "have the most ties, in and out" : "have the most ties"},
                                    {"betweenness", "lies most often on the shortest paths between others", "lie most often on the shortest paths between others"},
                                    {"pagerank", "is most often led to by ties, above all from those who are themselves led to",
                                     "are most often led to by ties, above all from those who are themselves led to"}};
    std::vector<std::pair<std::vector<ActorId>, std::vector<std::string>>> said;
    if (!view.input.scores) return "";
    for (const Reading& reading : readings) {
        for (const Scores& column : view.input.scores->columns) {
            if (column.measure != reading.measure) continue;
            double best = 0;
            const std::vector<ActorId> first = leaders(*view.input.scores, column, best);
            if (first.empty()) continue;
            if (said.empty() || said.back().first != first) said.push_back({first, {}});
            said.back().second.push_back(fmt::format("{} ({} {})", first.size() == 1 ? reading.one : reading.several, reading.measure, rounded(best)));
        }
    }
    std::string out;
    for (const auto& [actors, claims] : said) {
        out += "<li>" + actor_list(view, actors);
        for (std::size_t i = 0; i < claims.size(); ++i) out += (i == 0 ? " " : i + 1 == claims.size() ? " and " : ", ") + claims[i];
        out += ".</li>\n";
    }
    if (!out.empty() && !view.input.measured_ties.empty()) out += "<li class=\"aside\">These measures are of the network of " + escaped(view.input.measured_ties) + ".</li>\n";
    return out;
}

std::string figure_list(const PageView& view) {
    if (!view.input.summary) return "";
    const Summary& s = *view.input.summary;
    std::string out = "<dl class=\"figures\">\n";
    const auto add = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", name, value);
    };
    add("actors", rounded(static_cast<double>(s.actors)));
    add(s.directed ? "ties (merged, directed)" : "ties (merged)", rounded(static_cast<double>(s.ties)));
    if (s.rows != s.ties) add("rows of ties", rounded(static_cast<double>(s.rows)));
    if (view.signs) add("hostile ones among the merged ties", rounded(static_cast<double>(s.hostile_ties)));
    add("density", rounded(s.density));
    add("components", rounded(static_cast<double>(s.components)));
    add("isolated actors", rounded(static_cast<double>(s.isolates)));
    add("diameter (hops)", rounded(s.diameter));
    add("mean distance (hops)", rounded(s.mean_distance));
    add("reciprocity", rounded(s.reciprocity));
    add("transitivity", rounded(s.transitivity));
    add("degree assortativity", rounded(s.degree_assortativity));
    add("degree centralization", rounded(s.degree_centralization));
    add("betweenness centralization", rounded(s.betweenness_centralization));
    add("closeness centralization", rounded(s.closeness_centralization));
    return out + "</dl>\n";
}

// "7 ties", or "strength 7.5" of weighted balance.
std::string amount(const Balance& balance, double value) {
    if (balance.weighted) return "ties of strength " + rounded(value);
    return counted(static_cast<std::uint64_t>(std::llround(value)), "tie", "ties");
}

std::string balance_sentence(const Balance& balance) {
    const Frustration& f = balance.frustration;
    if (f.status == ProofStatus::optimal && f.index == 0) return "The network is balanced: two factions, friends within, enemies between, without exception.";
    const std::string found = amount(balance, f.index);
    if (f.status == ProofStatus::optimal) {
        return fmt::format("No division into two factions leaves fewer than {} in the wrong place (proven): that is the frustration index.", found);
    }
    return fmt::format("The best division found leaves {} in the wrong place; the true index is proven to lie between {} and {}.", found,
                       rounded(f.lower_bound), rounded(f.upper_bound));
}

std::string frustrated_table(const PageView& view) {
    const Balance& balance = *view.input.balance;
    std::string rows;
    for (std::size_t i = 0; i < balance.ties.size(); ++i) {
        const SignedTie& tie = balance.ties[i];
        if (!tie.frustrated) continue;
        std::string said;
        for (const TieId row : balance.rows_of(i)) {
            const Tie data = view.network.tie(row);
            if (!data.relation.empty()) said += (said.empty() ? "" : "; ") + isolated(view.relation_label(data.relation));
            if (!data.citation.empty()) said += fmt::format(" <a href=\"#source-{}\">[{}]</a>", view.source_of(data.citation) + 1, isolated(data.citation));
        }
        rows += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"sign {}\">{}</td><td class=\"n\" data-value=\"{}\">{}</td><td>{}</td></tr>\n",
                            actor_name(view, tie.source), actor_name(view, tie.target), tie.sign == Sign::positive ? "positive" : "negative",
                            tie.sign == Sign::positive ? "+ between the factions" : "\xE2\x88\x92 within a faction", format_number(tie.strength), rounded(tie.strength), said);
    }
    if (rows.empty()) return "";
    return "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Frustrated ties\"><table id=\"frustrated-table\" class=\"data\">"
           "<caption>Frustrated ties: those that contradict the factions</caption>\n<thead><tr><th scope=\"col\" data-sort=\"text\">actor</th>"
           "<th scope=\"col\" data-sort=\"text\">actor</th><th scope=\"col\" data-sort=\"text\">sign</th><th scope=\"col\" data-sort=\"number\">strength</th>"
           "<th scope=\"col\" data-sort=\"text\">what the data say</th></tr></thead>\n<tbody>\n" + rows + "</tbody></table></div>\n";
}

// How balanced the data are against random networks, a sentence a null model.
std::string null_sentences(const Balance& balance) {
    std::string out;
    const auto add = [&](const BalanceNull& null, std::string_view what, const NullComparison& c) {
        if (c.draws == 0 || std::isnan(c.mean)) return;
        out += fmt::format("<li>{}, {}: {} here, {} on average over {} networks (z {}, p {})</li>\n", escaped(null.name), what, rounded(c.observed), rounded(c.mean),
                           rounded(c.draws), rounded(c.z), rounded(c.p));
    };
    for (const BalanceNull& null : balance.nulls) {
        add(null, "share of balanced triangles", null.balanced);
        add(null, "frustration index", null.frustration);
    }
    return out.empty() ? "" : "<h3>Against chance</h3>\n<ul>\n" + out + "</ul>\n<p class=\"aside\">p: the share of random networks at least as balanced as the data.</p>\n";
}

std::string_view perturbation(Perturbation by) {
    switch (by) {
        case Perturbation::by_confidence: return "each tie drawn with its confidence";
        case Perturbation::by_tie: return "each tie left out in turn";
        case Perturbation::by_source: return "each source left out in turn";
        case Perturbation::by_random: break;
    }
    return "a share of the ties changed at random";
}

std::string robustness_table(const PageView& view, const Robustness& robustness, std::size_t number) {
    std::vector<const ActorRobustness*> order;
    for (const ActorRobustness& actor : robustness.actors) {
        if (!std::isnan(actor.rank)) order.push_back(&actor);
    }
    std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return a->rank < b->rank; });
    if (order.size() > 20) order.resize(20);
    std::string out = fmt::format("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Ranks by {0}\"><table id=\"rank-table-{1}\" class=\"data\">"
                                  "<caption>Ranks by {0}, the first {2}</caption>\n<thead><tr><th scope=\"col\" data-sort=\"text\">actor</th>"
                                  "<th scope=\"col\" data-sort=\"number\">value</th><th scope=\"col\" data-sort=\"number\">rank</th>"
                                  "<th scope=\"col\" data-sort=\"number\">rank in 90 % of the networks</th>"
                                  "<th scope=\"col\" data-sort=\"number\">chance of the first {3}</th></tr></thead>\n<tbody>\n",
                                  escaped(robustness.measure), number, order.size(), robustness.top_k);
    for (const ActorRobustness* actor : order) {
        const std::string low = rounded(actor->rank_low), high = rounded(actor->rank_high);
        const std::string chance = std::isnan(actor->top_probability) ? "" : fmt::format("{:.0f} %", 100 * actor->top_probability);
        out += fmt::format("<tr><th scope=\"row\">{}</th><td class=\"n\" data-value=\"{}\">{}</td><td class=\"n\" data-value=\"{}\">{}</td>"
                           "<td class=\"n\" data-value=\"{}\">{}</td><td class=\"n\" data-value=\"{}\">{}</td></tr>\n",
                           actor_name(view, actor->actor), format_number(actor->value), rounded(actor->value), format_number(actor->rank), rounded(actor->rank),
                           format_number(actor->rank_low), low == high ? low : low + "\xE2\x80\x93" + high, format_number(actor->top_probability), chance);
    }
    return out + "</tbody></table></div>\n";
}

std::string hinge_sentences(const PageView& view, const Robustness& robustness) {
    std::string out;
    for (const Hinge& hinge : robustness.hinge_ties) {
        if (!hinge.tie) continue;
        const Tie tie = view.network.tie(*hinge.tie);
        out += fmt::format("<li>Without the tie of {} and {}{}, {}.</li>\n", actor_name(view, tie.source), actor_name(view, tie.target),
                           tie.relation.empty() ? "" : " (" + isolated(view.relation_label(tie.relation)) + ")", then_first(view, hinge.first));
    }
    for (const Hinge& hinge : robustness.hinge_sources) {
        out += fmt::format("<li>Without the source {}, {}.</li>\n", isolated(hinge.source), then_first(view, hinge.first));
    }
    return out.empty() ? "" : "<p>What the first place hinges on:</p>\n<ul>\n" + out + "</ul>\n";
}

std::string definition_list(const std::vector<MethodNote>& notes, std::string_view id_prefix) {
    std::string out = "<dl class=\"methods\">\n";
    for (const MethodNote& note : notes) {
        out += fmt::format("<dt id=\"{}-{}\">{}</dt><dd>{}", id_prefix, escaped(note.name), escaped(note.name), escaped(note.definition));
        if (!note.citation.empty()) out += fmt::format(" <cite>{}</cite>", escaped(note.citation));
        out += "</dd>\n";
    }
    return out + "</dl>\n";
}

}  // namespace

std::string brief_section(const PageView& view) {
    std::string points;
    points += fmt::format("<li>{} and {} between them", counted(view.input.actors.size(), "actor", "actors"),
                          counted(view.rows.size(), "tie", "ties"));
    if (view.signs) {
        std::uint64_t hostile = 0, friendly = 0;
        for (const TieId row : view.rows) {
            hostile += view.network.sign(row) == Sign::negative;
            friendly += view.network.sign(row) == Sign::positive;
        }
        points += fmt::format(": {} friendly, {} hostile, {} without a sign", friendly, hostile, view.rows.size() - friendly - hostile);
    }
    points += ".</li>\n" + leader_sentences(view);
    if (view.input.partition && view.input.partition->count > 0) {
        points += fmt::format("<li>The actors fall into {}", counted(view.input.partition->count, "community", "communities"));
        const std::string modularity = rounded(view.input.partition->modularity);
        points += modularity.empty() ? ".</li>\n" : fmt::format(" (modularity {}).</li>\n", modularity);
    }
    if (view.input.balance && view.input.balance->positive_ties + view.input.balance->negative_ties > 0) {
        points += "<li>" + balance_sentence(*view.input.balance) + "</li>\n";
    }
    return section_start("brief", "In brief") + "<ul>\n" + points + "</ul>\n" + figure_list(view) + "</section>\n";
}

std::string balance_section(const PageView& view) {
    if (!view.input.balance) return "";
    const Balance& balance = *view.input.balance;
    std::string out = section_start("balance", "Balance");
    if (balance.positive_ties + balance.negative_ties == 0) return out + "<p>No tie has a sign.</p></section>\n";
    out += "<p>" + balance_sentence(balance) + "</p>\n<dl class=\"figures\">\n";
    const auto add = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", name, value);
    };
    const Frustration& f = balance.frustration;
    add("frustration index", rounded(f.index));
    add("certificate", f.status == ProofStatus::optimal ? "proven optimal" : fmt::format("bounded: {} to {}", rounded(f.lower_bound), rounded(f.upper_bound)));
    add("normalised, 1 \xE2\x88\x92 2L/m", rounded(f.normalized));
    add("positive ties", rounded(static_cast<double>(balance.positive_ties)));
    add("negative ties", rounded(static_cast<double>(balance.negative_ties)));
    add("rows without a sign, left out", balance.unsigned_rows ? rounded(static_cast<double>(balance.unsigned_rows)) : "");
    add("pairs with both signs", balance.conflicting_pairs ? rounded(static_cast<double>(balance.conflicting_pairs)) : "");
    add("triangles +++ / ++\xE2\x88\x92 / +\xE2\x88\x92\xE2\x88\x92 / \xE2\x88\x92\xE2\x88\x92\xE2\x88\x92",
        fmt::format("{} / {} / {} / {}", balance.triangles.ppp, balance.triangles.ppm, balance.triangles.pmm, balance.triangles.mmm));
    add("balanced triangles, strong sense", rounded(balance.balanced_strong));
    add("balanced triangles, weak sense", rounded(balance.balanced_weak));
    add("walk balance", rounded(balance.walk_balance));
    out += "</dl>\n";
    if (balance.under_net && balance.under_keep && balance.under_net->index != balance.under_keep->index) {
        out += fmt::format("<p>How pairs with both signs are counted matters here: the index is {} with their net sign and {} with every row counting by itself.</p>\n",
                           rounded(balance.under_net->index), rounded(balance.under_keep->index));
    }
    std::vector<ActorId> sides[3], contested;
    for (std::size_t i = 0; i < balance.actors.size(); ++i) {
        sides[std::min<std::size_t>(balance.faction[i], 2)].push_back(balance.actors[i]);
        if (i < balance.contested.size() && balance.contested[i]) contested.push_back(balance.actors[i]);
    }
    out += "<h3>The two factions</h3>\n<ol>\n<li>" + actor_list(view, sides[1]) + "</li>\n<li>" + (sides[2].empty() ? "nobody" : actor_list(view, sides[2])) + "</li>\n</ol>\n";
    if (!sides[0].empty()) out += "<p>Without a tie that has a sign: " + actor_list(view, sides[0]) + ".</p>\n";
    if (!contested.empty()) out += "<p>Could stand on the other side at no cost, alone or with others: " + actor_list(view, contested) + (balance.contested_complete ? "" : "; there may be more") + ".</p>\n";
    out += frustrated_table(view);
    if (balance.weak.blocs > 0) {
        out += fmt::format("<p>Allowing any number of blocs (weak balance), {} leave {} in the wrong place{}.</p>\n", counted(balance.weak.blocs, "bloc", "blocs"),
                           amount(balance, balance.weak.errors), balance.weak.status == ProofStatus::optimal ? ", the fewest possible" : " (the best found)");
    }
    out += null_sentences(balance);
    for (const std::string& line : balance.left_out) out += "<p class=\"aside\">Left out: " + escaped(line) + "</p>\n";
    return out + "</section>\n";
}

std::string fragile_section(const PageView& view) {
    if (view.input.robustness.empty()) return "";
    std::string out = section_start("fragile", "What is fragile");
    std::size_t number = 0;
    for (const Robustness* robustness : view.input.robustness) {
        out += fmt::format("<h3>{}</h3>\n<p>{} networks, {}.", escaped(robustness->measure), rounded(robustness->replicates), perturbation(robustness->by));
        if (!std::isnan(robustness->kendall_mean)) {
            out += fmt::format(" Their rankings agree with this one at Kendall's \xCF\x84 {} on average (5–95 %: {} to {}).", rounded(robustness->kendall_mean),
                               rounded(robustness->kendall_low), rounded(robustness->kendall_high));
        }
        if (robustness->pairs > 0) {
            out += fmt::format(" Of {} whose values differ, {} never changed places.", counted(robustness->pairs, "pair", "pairs"),
                               rounded(static_cast<double>(robustness->stable_pairs)));
        }
        out += "</p>\n" + robustness_table(view, *robustness, ++number) + hinge_sentences(view, *robustness);
        for (const std::string& remark : robustness->remarks) out += "<p class=\"aside\">" + escaped(remark) + "</p>\n";
    }
    return out + "</section>\n";
}

std::string remarks_section(const PageView& view) {
    const std::vector<Complaint>& remarks = view.input.remarks;
    std::string out = section_start("warnings", "Data warnings");
    if (remarks.empty()) return out + "<p>The reader had nothing to say about the data.</p>\n</section>\n";
    out += "<ul class=\"remarks\">\n";
    constexpr std::size_t most = 200;
    for (std::size_t i = 0; i < std::min(remarks.size(), most); ++i) {
        const Complaint& remark = remarks[i];
        const std::string_view severity = remark.severity == Severity::error ? "error" : remark.severity == Severity::warning ? "warning" : "note";
        out += fmt::format("<li class=\"{0}\"><strong>{0}</strong> ", severity);
        if (!remark.spot.file.empty()) {
            out += "<span class=\"place\">" + isolated(file_shown(remark.spot.file));
            if (remark.spot.line) out += fmt::format(", line {}", remark.spot.line);
            out += ":</span> ";
        }
        out += "<span dir=\"auto\">" + escaped(remark.message) + "</span></li>\n";
    }
    out += "</ul>\n";
    if (remarks.size() > most) out += fmt::format("<p>And {} more; entente check lists them all.</p>\n", remarks.size() - most);
    return out + "</section>\n";
}

std::string methods_section(const PageView& view) {
    std::string out = section_start("methods", "Methods");
    if (!view.input.measures.empty()) out += "<h3>Measures</h3>\n" + definition_list(view.input.measures, "method");
    if (!view.input.methods.empty()) out += "<h3>Other methods</h3>\n" + definition_list(view.input.methods, "other");
    std::vector<std::string> left_out = view.input.left_out;
    if (view.input.scores) {
        for (const std::string& line : view.input.scores->left_out) {
            if (std::find(left_out.begin(), left_out.end(), line) == left_out.end()) left_out.push_back(line);
        }
        std::string remarks;
        for (const Scores& column : view.input.scores->columns) {
            if (!column.remark.empty()) remarks += fmt::format("<li>{}: {}</li>\n", escaped(column.measure), escaped(column.remark));
        }
        if (!remarks.empty()) out += "<h3>Chosen in this run</h3>\n<ul>\n" + remarks + "</ul>\n";
    }
    if (!left_out.empty()) {
        out += "<h3>Left out</h3>\n<ul>\n";
        for (const std::string& line : left_out) out += "<li>" + escaped(line) + "</li>\n";
        out += "</ul>\n";
    }
    return out + "</section>\n";
}

std::string settings_section(const PageView& view) {
    std::string out = section_start("settings", "Settings and how to repeat this");
    if (!view.input.settings.empty()) {
        out += "<dl class=\"settings\">\n";
        for (const Setting& setting : view.input.settings) out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", escaped(setting.name), escaped(setting.value));
        out += "</dl>\n";
    }
    if (!view.input.command.empty()) {
        out += "<p>This page is made again, byte for byte, by</p>\n<pre id=\"command\" tabindex=\"0\"><code>" + escaped(view.input.command) + "</code></pre>\n";
    }
    return out + "</section>\n";
}

}  // namespace entente::report
