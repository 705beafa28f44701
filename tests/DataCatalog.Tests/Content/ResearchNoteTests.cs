using System.Text.RegularExpressions;
using DataCatalog.Seeding.Reading;
using DataCatalog.Tests.Seeding.Reading;

namespace DataCatalog.Tests.Content;

/// <summary>No text that the catalogue publishes holds what a researcher noted for himself.</summary>
public sealed partial class ResearchNoteTests
{
    /// <summary>Columns that say where and how a fact was read, and not what is so.</summary>
    private static readonly string[] Provenance = ["sources", "source", "legal_ref_status", "legal_ref_read", "confidence", "checked_at"];

    public static TheoryData<string> Files =>
    [
        .. Directory.EnumerateFiles(Repository.PathOf("seed-data"), "*.csv", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.PathOf("seed-data"), file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void No_published_cell_is_a_research_note(string file)
    {
        var cells = Cells(file).ToList();
        Assert.NotEmpty(cells);
        Assert.Empty(cells.Where(cell => Note.IsMatch(cell.Text)).Select(cell => $"{file}:{cell.Line} {cell.Column}: {cell.Text}"));
    }

    [Theory]
    [InlineData("mandatory ≥1 500 hab. (seuil N) sinon optional")]
    [InlineData("mandatory (CA, CU, métropole) — à confirmer")]
    [InlineData("Code général des impôts (articles à préciser)")]
    [InlineData("CGCT L2121-25 (N)")]
    [InlineData("CGCT L2121-25 V2026")]
    [InlineData("H2019")]
    [InlineData("licence NV")]
    [InlineData("TODO")]
    [InlineData("délai non vérifié")]
    [InlineData("?")]
    [InlineData("tous les ans (?)")]
    [InlineData("cf. research")]
    [InlineData("vu dans yardstick.md")]
    public void A_note_is_found(string text) => Assert.Matches(Note, text);

    [Theory]
    [InlineData("La collectivité a-t-elle un site internet ?")]
    [InlineData("Sert à vérifier son inscription.")]
    [InlineData("Le seuil national de 3 500 habitants.")]
    [InlineData("Arrêté du 10 novembre 2021, annexe V")]
    [InlineData("Zones N et NV2 du plan")]
    public void Plain_words_are_no_note(string text) => Assert.DoesNotMatch(Note, text);

    private static IEnumerable<(int Line, string Column, string Text)> Cells(string file)
    {
        var schema = TableSchema.Load(SampleFolder.SchemaOf(file));
        var table = CsvFile.Read(file, File.ReadAllBytes(Repository.PathOf("seed-data", file)), schema, new SeedErrors(), []);
        return
            from row in table.Rows
            from field in schema.Fields
            where !Provenance.Contains(field.Name, StringComparer.Ordinal)
            select (row.Line, field.Name, row[field.Name]);
    }

    [GeneratedRegex(
        """
        \bseuil\ [NHVS]\b | \bà\ (?:confirmer|préciser)\b | \bnon\ (?:vérifiée?s?|confirmée?s?)\b | \b[VH]20[0-9x]{2}\b | \bNV\b
        | \([NHSV]\) | \b(?:TODO|FIXME|TBD|TBC)\b | ^\s*\?+\s*$ | \(\?+\) | \?\? | \bcf\.\ research | \w\.md\b | \byardstick\b
        | \bsource\ secondaire\b | \bdépôt\ non\ nommé\b
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Note { get; }
}
