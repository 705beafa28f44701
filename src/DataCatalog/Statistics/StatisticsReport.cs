using System.Globalization;
using System.Text;
using DataCatalog.Seeding.Reading;

namespace DataCatalog.Statistics;

/// <summary>Writes the figures as Markdown tables, as in docs/content.md.</summary>
internal static class StatisticsReport
{
    public static string Write(SeedContent content)
    {
        var text = new StringBuilder();
        Table(text, "Sizes", ["what", "entries"], CatalogStatistics.Sizes(content).Select(size => new[] { size.Value, Text(size.Count) }));
        Table(text, "What is known of the datasets", ["field", "known", "of", "share"], CatalogStatistics.Known(content).Select(field =>
            new[] { field.Field, Text(field.Known), Text(field.Total), Share(field.Known, field.Total) }));
        Competences(text, CompetenceCoverage.Of(content));
        foreach (var table in CatalogStatistics.Tables(content))
        {
            Table(text, table.Title, ["value", "entries"], table.Rows.Select(row =>
                new[] { row.Value is "" ? "*unknown*" : row.Value, Text(row.Count) }));
        }

        return text.ToString();
    }

    private static void Competences(StringBuilder text, IReadOnlyList<CompetenceCoverage> competences)
    {
        Table(text, "Competences", ["notation", "competence", "core", "datasets", "services", "models"], competences.Select(row => new[]
        {
            row.Competence.Notation ?? "", row.Competence.Label["fr"] ?? "", row.Competence.Competence is { Core: true } ? "yes" : "",
            Text(row.Datasets), Text(row.Services), Text(row.Models),
        }));
        var gaps = competences.Where(row => row.IsGap).Select(row => row.Competence.Label["fr"]).ToList();
        text.Append(gaps.Count == 0
            ? "Every core competence has an entry.\n\n"
            : $"Core competences without an entry: {string.Join(", ", gaps)}.\n\n");
    }

    private static void Table(StringBuilder text, string title, string[] header, IEnumerable<string[]> rows)
    {
        text.Append("### ").Append(title).Append("\n\n");
        Row(text, header);
        Row(text, [.. header.Select(_ => "---")]);
        foreach (var row in rows)
        {
            Row(text, row);
        }

        text.Append('\n');
    }

    private static void Row(StringBuilder text, string[] cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Share(int part, int whole) =>
        whole == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:F0} %");
}
