using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

namespace DataCatalog.Seeding;

/// <summary>Loads the records of one kind.</summary>
/// <param name="name">The name of the kind, in the plural.</param>
/// <param name="ids">The ids of the records in the files.</param>
/// <param name="livingIds">Reads the ids of the living records in the database.</param>
/// <param name="save">Saves all records of the files, and reports the position of each.</param>
/// <param name="withdraw">Withdraws the record with an id, for a reason.</param>
internal sealed class SeedNoun(
    string name,
    IReadOnlySet<string> ids,
    Func<WriteSession, IReadOnlyList<string>> livingIds,
    Func<WriteSession, Action<int>, IReadOnlyList<SaveOutcome>> save,
    Func<WriteSession, string, string, bool> withdraw)
{
    public static SeedNoun Of<T>(string name, IReadOnlyList<T> records, Func<T, DateOnly> checkedOn, RecordWriter<T> writer)
        where T : class, IRecord => new(
            name,
            records.Select(record => record.Id).ToHashSet(StringComparer.Ordinal),
            RecordWriter<T>.Ids,
            (session, count) => [.. writer.SaveAll(session, records, checkedOn).Select((outcome, index) =>
            {
                count(index);
                return outcome;
            })],
            writer.Withdraw);

    /// <summary>Saves the records of the files, and withdraws or keeps the records that are missing from them.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="withdrawalReason">The reason for withdrawing missing records; null to keep them.</param>
    /// <param name="progress">Receives the progress at the start and then at intervals.</param>
    public SeedCount Load(WriteSession session, string? withdrawalReason, Action<SeedProgress> progress)
    {
        string[] missing = [.. livingIds(session).Where(id => !ids.Contains(id))];
        var outcomes = save(session, done =>
        {
            if (done % SeedProgress.Step == 0)
            {
                progress(new SeedProgress(name, done, ids.Count));
            }
        });
        if (withdrawalReason is not null)
        {
            foreach (var id in missing)
            {
                withdraw(session, id, withdrawalReason);
            }
        }

        return new SeedCount(
            name,
            outcomes.Count(outcome => outcome is SaveOutcome.Created or SaveOutcome.Revived),
            outcomes.Count(outcome => outcome == SaveOutcome.Changed),
            outcomes.Count(outcome => outcome == SaveOutcome.Unchanged),
            withdrawalReason is null ? [] : missing,
            withdrawalReason is null ? missing : []);
    }
}
