using DataCatalog.Tests.Storage;

namespace DataCatalog.Tests.Seeding;

public sealed class SynonymStoreTests : IDisposable
{
    private readonly TestCatalog _catalog = TestCatalog.Loaded();

    [Fact]
    public void Other_synonyms_are_one_change_of_no_record()
    {
        var (sequence, references) = (_catalog.Database.Sequence, _catalog.Database.ReferenceRevision);
        Load("cantine|restauration scolaire", "AEP|eau potable");
        Load("cantine|restauration scolaire");
        Assert.Equal((sequence + 2, references), (_catalog.Database.Sequence, _catalog.Database.ReferenceRevision));
        Assert.Equal(sequence + 2, _catalog.Database.Counters.SynonymRevision);
        Assert.Equal(["cantine|restauration scolaire"], _catalog.Rows("select terms from synonym"));
        Assert.Equal(
            [
                """synonyms|create|1|["cantine|restauration scolaire","AEP|eau potable"]""",
                """synonyms|update|2|["cantine|restauration scolaire"]""",
            ],
            _catalog.Rows($"select kind, operation, version, document from change where sequence > {sequence} order by sequence"));
    }

    [Fact]
    public void The_same_synonyms_in_another_order_write_nothing()
    {
        Load("a|b", "c|d");
        var sequence = _catalog.Database.Sequence;
        Load("c|d", "a|b");
        Assert.Equal(sequence, _catalog.Database.Sequence);
    }

    [Fact]
    public void Synonyms_that_are_no_longer_there_are_a_change_too()
    {
        Load("a|b");
        Load();
        Assert.Empty(_catalog.Rows("select terms from synonym"));
        Assert.Equal(_catalog.Database.Sequence, _catalog.Database.Counters.SynonymRevision);
    }

    public void Dispose() => _catalog.Dispose();

    private void Load(params string[] groups) => _catalog.Load(Samples.Content with { Synonyms = groups });
}
