using DataCatalog.Cli;

namespace DataCatalog;

/// <summary>The executable: a server, and the verbs of its command line.</summary>
public sealed class Program
{
    private Program()
    {
    }

    public static int Main(string[] args) => new CommandLine([], args).Invoke(Console.Out, Console.Error);
}
