namespace DataCatalog.Health;

/// <summary>Registers what is checked.</summary>
internal static class HealthRegistration
{
    public static IServiceCollection AddHealth(this IServiceCollection services) => services
        .AddHealthChecks()
        .AddCheck<DatabaseCheck>("database")
        .AddCheck<IndexCheck>("index")
        .AddCheck<DiskCheck>("disk")
        .AddCheck<LogCheck>("log")
        .Services;
}
