using System.Security.Cryptography;
using System.Text;

namespace DataCatalog.Rdf.Tests;

/// <summary>
/// Compares graphs. Blank nodes whose labels both sides know must be the same; the others are compared by what is said of them and
/// with them, which tells apart all that hang in trees.
/// </summary>
internal static class GraphAssert
{
    private const int Rounds = 12;

    public static void Same(IEnumerable<Triple> expected, IEnumerable<Triple> actual)
    {
        var (wanted, found) = (expected.ToHashSet(), actual.ToHashSet());
        var known = Labels(wanted).Intersect(Labels(found)).ToHashSet();
        Assert.Equal(Canonical(wanted, known), Canonical(found, known));
    }

    private static IEnumerable<BlankNode> Labels(IEnumerable<Triple> triples) =>
        triples.SelectMany(triple => new[] { triple.Subject, triple.Object }).OfType<BlankNode>();

    private static List<string> Canonical(HashSet<Triple> triples, HashSet<BlankNode> known)
    {
        var colours = Labels(triples).Distinct().ToDictionary(blank => blank, blank => known.Contains(blank) ? blank.Label : "?");
        for (var round = 0; round < Rounds; round++)
        {
            colours = colours.ToDictionary(
                pair => pair.Key, pair => known.Contains(pair.Key) ? pair.Value : Hash(Surroundings(triples, pair.Key, colours)));
        }

        return [.. triples.Select(triple => Line(triple, colours)).Order(StringComparer.Ordinal)];
    }

    private static string Surroundings(HashSet<Triple> triples, BlankNode blank, Dictionary<BlankNode, string> colours) =>
        string.Join('\n', triples.Where(triple => triple.Subject == blank || triple.Object == blank)
            .Select(triple => (triple.Subject == blank ? ">" : "<") + Line(triple, colours))
            .Order(StringComparer.Ordinal));

    private static string Line(Triple triple, Dictionary<BlankNode, string> colours) =>
        $"{Name(triple.Subject, colours)} {triple.Predicate} {Name(triple.Object, colours)}";

    private static string Name(Term term, Dictionary<BlankNode, string> colours) =>
        term is BlankNode blank ? $"_:{colours[blank]}" : term.ToString();

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
