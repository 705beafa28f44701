using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

namespace DataCatalog.LegalRules;

/// <summary>Keeps all rules in memory, in the ordinal order of their ids: each answer about a territory asks for all of them.</summary>
internal sealed class RuleBook(Database database)
{
    private readonly Derived<IReadOnlyList<LegalRule>> _rules = new(database.Epoch);

    /// <summary>The rules, which contain every change that was made before the call.</summary>
    public IReadOnlyList<LegalRule> Current => _rules.Since(database.Counters.Sequence, _ => Read());

    private List<LegalRule> Read()
    {
        using var connection = database.OpenRead();
        return [.. RecordReader<LegalRule>.All(connection).Select(entry => entry.Record)];
    }
}
