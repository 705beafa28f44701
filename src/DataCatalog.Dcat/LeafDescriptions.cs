using System.Collections.Concurrent;
using DataCatalog.Dcat.Rules;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat;

/// <summary>
/// The descriptions of agents, terms and places that entries repeat, for one state of the reference records: each is made when an entry
/// first has it. A change of a reference record comes with a new instance, which is empty.
/// </summary>
public sealed class LeafDescriptions
{
    /// <summary>
    /// The most descriptions that are kept, about two kilobytes each: there are 40,000 places. One more, and all are dropped.
    /// </summary>
    private const int Most = 4096;

    private readonly ConcurrentDictionary<Leaf, SharedDescription> _known = new();
    private readonly ConcurrentDictionary<string, string> _keywords = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<RightsFacts, IReadOnlyList<Literal>> _rights = new();
    private readonly ConcurrentDictionary<ReuseFacts, IReadOnlyList<Literal>> _reuse = new();
    private int _count;

    /// <summary>Returns the label of a term as a keyword.</summary>
    public string KeywordOf(string label) => _keywords.GetOrAdd(label, Keywords.FromLabel);

    /// <summary>Returns sentences about rights: many distributions have the same ones.</summary>
    internal IReadOnlyList<Literal> RightsOf(RightsFacts facts, Func<RightsFacts, IReadOnlyList<Literal>> say) =>
        _rights.GetOrAdd(facts, say);

    /// <summary>Returns sentences about the reuse of open datasets: many have the same ones.</summary>
    internal IReadOnlyList<Literal> ReuseOf(ReuseFacts facts, Func<IReadOnlyList<Literal>> say)
    {
        if (!_reuse.TryGetValue(facts, out var said) && _reuse.Count < Most)
        {
            said = _reuse.GetOrAdd(facts, say());
        }

        return said ?? say();
    }

    internal SharedDescription? Find(Leaf leaf) => _known.GetValueOrDefault(leaf);

    internal SharedDescription Keep(Leaf leaf, SharedDescription description)
    {
        if (Interlocked.Increment(ref _count) > Most)
        {
            _known.Clear();
            Interlocked.Exchange(ref _count, 1);
        }

        return _known.GetOrAdd(leaf, description);
    }
}

/// <summary>What the sentences about the rights of a distribution depend on.</summary>
/// <param name="Regime">The code of the access regime.</param>
/// <param name="Licence">The code of the licence; null when it is not known.</param>
/// <param name="ArePublicBodies">Whether those who make and publish the data are administrations.</param>
internal readonly record struct RightsFacts(string Regime, string? Licence, bool ArePublicBodies);

/// <summary>What the sentences about the reuse of an open dataset depend on.</summary>
/// <param name="Regime">The code of the access regime.</param>
/// <param name="Licences">The codes of the licences seen, each once, with a blank between them; nothing for an unknown one.</param>
/// <param name="Platform">The code of the platform; null when it is not known.</param>
/// <param name="PersonalData">The code of what is known of personal data.</param>
/// <param name="ArePublicBodies">Whether those who make and publish the data are administrations.</param>
internal readonly record struct ReuseFacts(string Regime, string Licences, string? Platform, string? PersonalData, bool ArePublicBodies);

/// <summary>A reference record as it is described inside entries.</summary>
/// <param name="Form">The form of the description.</param>
/// <param name="Scheme">The vocabulary of a term; empty for agents and places.</param>
/// <param name="Code">The code of the term, or the identifier.</param>
internal readonly record struct Leaf(LeafForm Form, string Scheme, string Code);

/// <summary>The forms in which reference records are described inside entries.</summary>
internal enum LeafForm
{
    Concept,
    Agent,
    Place,
    Licence,
    LicenceOfDataset,
    AccessRight,
    RestrictionReason,
    Frequency,
    Language,
    Format,
    MediaType,
    Standard,
}
