using System.Data.Common;
using DataCatalog.Storage;
using Microsoft.Extensions.Options;

namespace DataCatalog.Cli;

/// <summary>
/// Turns faults that the user can fix into messages on standard error and exit status 1. Other exceptions are bugs and are not caught.
/// </summary>
internal static class ExitCodes
{
    public static int Of(TextWriter error, Func<int> verb)
    {
        try
        {
            return verb();
        }
        catch (RefusedException refusal)
        {
            error.WriteLine(refusal.Message);
        }
        catch (OptionsValidationException faults)
        {
            foreach (var fault in faults.Failures)
            {
                error.WriteLine(fault);
            }
        }
        catch (InvalidDataException exception)
        {
            error.WriteLine($"{exception.Message} {exception.GetBaseException().Message}");
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException or DbException)
        {
            error.WriteLine(StorageFaults.Describe(exception));
        }

        return 1;
    }
}
