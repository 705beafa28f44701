using System.Text.RegularExpressions;

namespace DataCatalog.Tests.Storage;

/// <summary>What clients send reaches SQL as parameters only: names of our own fill the holes in the SQL texts of the source.</summary>
public sealed class SqlTextTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What may fill a hole, and what it is.</summary>
    private static readonly Dictionary<string, string> Ours = new(StringComparer.Ordinal)
    {
        ["kind"] = "the name of a table, from the constants of Kinds",
        ["Kind"] = "the name of a table, from the constants of Kinds",
        ["target"] = "the name of a table that a kind links to",
        ["column"] = "the name of a column that holds links",
        ["page"] = "a field of documents that holds addresses, a constant",
        ["Columns"] = "the columns that a record is read from, a constant",
        ["selection.Condition"] = "a condition with parameters, built from constants",
        ["joins"] = "joins with parameters, built from names of tables",
        ["sql"] = "a text with parameters, a constant",
        ["competence"] = "the name of a column, a constant",
        ["Covering"] = "a condition with parameters, a constant",
        ["field"] = "the name of a field that holds links, a constant",
        ["From(Kinds.Dataset, \"s.concept_id\")"] = "a part of a text, built from constants",
        ["From(Kinds.Model, \"s.concept_id\")"] = "a part of a text, built from constants",
        ["From(Kinds.Service, \"s.concept_id\")"] = "a part of a text, built from constants",
        ["id"] = "the name of a column, a constant",
        ["more"] = "a condition with parameters, a constant",
        ["parameter"] = "the name of a parameter",
        ["RowsSql"] = "a text with parameters, a constant",
        ["SelectSql"] = "a text with parameters, a constant",
        ["TextsSql"] = "a text with parameters, a constant",
        ["test"] = "a condition with parameters, a constant",
        ["IsPlace"] = "a condition, a constant",
        ["IsTold"] = "a condition, a constant",
        ["label"] = "one of the columns that hold names, constants",
        ["LastChange"] = "a part of a text with parameters, a constant",
        ["OfAgent"] = "the column that holds names, a constant",
        ["OfConcept"] = "the column that holds names, a constant",
        ["OfTerritory"] = "the column that holds names, a constant",
        ["table"] = "the name of a table, a constant",
        ["columns"] = "the names of columns, a constant",
        ["Chosen(table)"] = "a condition, a constant",
        ["Program"] = "the number of a lock, a constant",
        ["(int)purpose"] = "the number of a lock, of an enumeration",
        ["(int)LockPurpose.Command"] = "the number of a lock, of an enumeration",
        ["migration.Number"] = "a number of a script of this program",
    };

    [Fact]
    public void Every_hole_in_SQL_is_filled_by_a_name_of_our_own()
    {
        var holes = Directory.EnumerateFiles(Repository.PathOf("src", "DataCatalog"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => SqlTexts(File.ReadAllText(file)).SelectMany(HolesOf).Select(hole => (file, hole)))
            .ToList();
        Assert.NotEmpty(holes);
        Assert.Equal(
            Ours.Keys.Order(StringComparer.Ordinal),
            holes.Select(found => found.hole).Where(Ours.ContainsKey).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Empty(holes.Where(found => !Ours.ContainsKey(found.hole)).Select(found => $"{Path.GetFileName(found.file)}: {found.hole}"));
    }

    [Theory]
    [InlineData("""connection.Query($"select id from t where id = '{id}'")""", "id")]
    [InlineData("""var sql = $"update {kind} set x = {value} where id = @id";""", "kind,value")]
    [InlineData("""log.Warn($"Choose one from {list}.");""", "")]
    [InlineData("""connection.Query("select {id} from t")""", "")]
    public void A_hole_is_seen(string source, string holes) =>
        Assert.Equal(holes, string.Join(',', SqlTexts(source).SelectMany(HolesOf)));

    /// <summary>The texts with holes that look like SQL.</summary>
    private static IEnumerable<string> SqlTexts(string source) =>
        Regex.Matches(source, "\\$\"\"\".*?\"\"\"|\\$\"[^\"\n]*\"", RegexOptions.Singleline | RegexOptions.ExplicitCapture, Patience)
            .Select(match => match.Value)
            .Where(text => Regex.IsMatch(
                text, @"\b(select|insert into|update \S+ set|delete from|pragma|order by)\b", RegexOptions.ExplicitCapture, Patience));

    private static IEnumerable<string> HolesOf(string text) =>
        Regex.Matches(text, @"\{(?<hole>[^{}]+)\}", RegexOptions.ExplicitCapture, Patience).Select(match => match.Groups["hole"].Value);
}
