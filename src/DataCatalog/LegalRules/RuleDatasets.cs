using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

namespace DataCatalog.LegalRules;

/// <summary>Reads the datasets that rules name.</summary>
internal sealed class RuleDatasets(RecordReader<Dataset> datasets)
{
    /// <summary>Returns the datasets in which anyone can see what authorities have done; those that were withdrawn are left out.</summary>
    public IEnumerable<Dataset> ShownBy(LegalRule rule) =>
        rule.ShownBy.Select(datasets.Find).OfType<Entry<Dataset>>().Select(entry => entry.Record);
}
