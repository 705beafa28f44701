namespace DataCatalog.Obligations;

/// <summary>The present day in Paris: texts come into force and deadlines end by it.</summary>
internal sealed class ParisDay(TimeProvider time)
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Paris).DateTime);
}
